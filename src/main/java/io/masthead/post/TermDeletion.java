package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.platform.event.Tags;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermRemoval;
import io.masthead.taxonomy.TermService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes categories and tags and updates their posts. */
@ApplicationScoped
public class TermDeletion {

    private final FiledPostRepository posts;
    private final TermService terms;
    private final TermRemoval removal;
    private final SettingService settings;
    private final PostEvents events;

    TermDeletion(
            FiledPostRepository posts,
            TermService terms,
            TermRemoval removal,
            SettingService settings,
            PostEvents events) {
        this.posts = posts;
        this.terms = terms;
        this.removal = removal;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Deletes permanently. Posts without another category move to the default one, and child categories move to
     * the parent.
     *
     * @throws io.masthead.kernel.CmsException as {@link TermRemoval#begin}
     */
    @Transactional
    public void delete(TermKind kind, long id, ExpectedVersion expected, Actor actor) {
        removal.require(kind, actor);
        var fallback = settings.lock().defaultCategoryId();
        // Posts before terms, as everywhere; their status cannot change meanwhile.
        posts.holdFiledUnder(id);
        terms.holdForDeletion(List.of(id, fallback));
        var term = removal.begin(kind, id, expected);
        var gone = kind == TermKind.CATEGORY ? Tags.category(id) : Tags.tag(id);
        var tags = kind == TermKind.CATEGORY
                ? Set.of(gone, Tags.term(id), Tags.category(fallback), Tags.term(fallback))
                : Set.of(gone, Tags.term(id));
        posts.idsFiledUnder(id).forEach(postId -> events.unfiled(postId, tags, actor.userId()));
        if (kind == TermKind.CATEGORY) {
            terms.adjustCounts(Map.of(fallback, posts.refile(id, fallback)));
        }
        posts.unfile(id);
        removal.finish(term, actor);
    }
}
