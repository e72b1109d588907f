package io.masthead.taxonomy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Scope;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The first and the last step of deleting a category or tag; only {@code post} may call this. Between the two
 * it removes the term from its posts, all in one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TermDeletionSteps {

    private final TermRepository terms;
    private final SlugRegistry slugs;
    private final SettingService settings;
    private final TermEvents events;
    private final Clock clock;

    TermDeletionSteps(
            TermEvents events, TermRepository terms, SlugRegistry slugs, SettingService settings, Clock clock) {
        this.terms = terms;
        this.slugs = slugs;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Checks that the caller may delete terms, and locks nothing yet. */
    public void requireAllowed(TermKind kind, Actor actor) {
        actor.require(Capability.MANAGE_CATEGORIES, Scope.CONTENT_WRITE, "delete " + TermService.plural(kind));
    }

    /**
     * Checks that the term may be deleted and locks it until the end of the transaction, together with the
     * default category and the tree.
     *
     * @throws CmsException {@link ErrorCode#TERM_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH} or {@link
     *     ErrorCode#DEFAULT_CATEGORY}
     */
    public Term begin(TermKind kind, long id, ExpectedVersion expected) {
        var defaultCategoryId = settings.lock().defaultCategoryId();
        var term = terms.lock(kind, id).orElseThrow(() -> TermService.notFound(kind));
        expected.check(term.version());
        if (term.id().equals(defaultCategoryId)) {
            throw new CmsException(
                    ErrorCode.DEFAULT_CATEGORY,
                    "The default category gets the posts of deleted ones; make another one the" + " default first.");
        }
        return term;
    }

    /** Deletes a term without posts; its children move to its parent. */
    public void complete(Term term, Actor actor) {
        var below = terms.below(term);
        terms.moveChildren(term.id(), term.parentId(), clock.instant());
        slugs.deleteAll(term.kind().slugScope(), term.id());
        terms.delete(term);
        terms.flush();
        events.publish(term, below, ChangeAction.DELETED, actor.userId());
    }
}
