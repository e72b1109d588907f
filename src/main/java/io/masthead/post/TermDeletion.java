package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermRemoval;
import io.masthead.taxonomy.TermService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Deletes categories and tags, and sees to the posts that carried them. */
@ApplicationScoped
public class TermDeletion {

    private final PostRepository posts;
    private final TermService terms;
    private final TermRemoval removal;
    private final SettingService settings;

    TermDeletion(PostRepository posts, TermService terms, TermRemoval removal, SettingService settings) {
        this.posts = posts;
        this.terms = terms;
        this.removal = removal;
        this.settings = settings;
    }

    /**
     * Deletes for good. The posts of a category that have no other go to the default one, and the
     * categories below it move up.
     *
     * @throws io.masthead.kernel.CmsException as {@link TermRemoval#begin}
     */
    @Transactional
    public void delete(TermKind kind, long id, ExpectedVersion expected, Actor actor) {
        removal.require(kind, actor);
        var fallback = settings.lock().defaultCategoryId();
        // Posts before terms, as whoever publishes does; nobody changes their status meanwhile.
        posts.holdFiledUnder(id);
        terms.holdForDeletion(List.of(id, fallback));
        var term = removal.begin(kind, id, expected);
        if (kind == TermKind.CATEGORY) {
            terms.adjustCounts(Map.of(fallback, posts.refile(id, fallback)));
        }
        posts.unfile(id);
        removal.finish(term);
    }
}
