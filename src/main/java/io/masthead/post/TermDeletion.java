package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.platform.event.Tags;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermDeletionSteps;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes categories and tags and updates their posts. */
@ApplicationScoped
public class TermDeletion {

    private final TermPostRepository posts;
    private final TermService terms;
    private final TermDeletionSteps steps;
    private final SettingService settings;
    private final PostEvents events;

    TermDeletion(
            TermPostRepository posts,
            TermService terms,
            TermDeletionSteps steps,
            SettingService settings,
            PostEvents events) {
        this.posts = posts;
        this.terms = terms;
        this.steps = steps;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Deletes permanently. Posts without another category move to the default one, and child categories move to
     * the parent.
     *
     * @throws io.masthead.kernel.CmsException as {@link TermDeletionSteps#begin}
     */
    @Transactional
    public void delete(TermKind kind, long id, ExpectedVersion expected, Actor actor) {
        steps.requireAllowed(kind, actor);
        var fallback = settings.lock().defaultCategoryId();
        // Posts before terms, as everywhere; their status cannot change meanwhile.
        posts.lockPostsOf(id);
        terms.lockForDeletion(List.of(id, fallback));
        var term = steps.begin(kind, id, expected);
        var deleted = kind == TermKind.CATEGORY ? Tags.category(id) : Tags.tag(id);
        var tags = kind == TermKind.CATEGORY
                ? Set.of(deleted, Tags.term(id), Tags.category(fallback), Tags.term(fallback))
                : Set.of(deleted, Tags.term(id));
        posts.postIdsOf(id).forEach(postId -> events.termRemoved(postId, tags, actor.userId()));
        if (kind == TermKind.CATEGORY) {
            terms.adjustCounts(Map.of(fallback, posts.moveToCategory(id, fallback)));
        }
        posts.removeFromPosts(id);
        steps.complete(term, actor);
    }
}
