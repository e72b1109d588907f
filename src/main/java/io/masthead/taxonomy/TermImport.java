package io.masthead.taxonomy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Creates the categories and tags of another site; only {@code imports} may call it. */
@ApplicationScoped
@Transactional
public class TermImport {

    private final TermRepository terms;
    private final TermSlugs termSlugs;
    private final SlugRegistry slugs;
    private final Ids ids;
    private final TermEvents events;
    private final Clock clock;

    TermImport(TermEvents events, TermRepository terms, TermSlugs termSlugs, SlugRegistry slugs, Ids ids, Clock clock) {
        this.terms = terms;
        this.termSlugs = termSlugs;
        this.slugs = slugs;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** Finds a term by a current or former slug. */
    public Optional<Term> find(TermKind kind, String slug) {
        return slugs.find(kind.slugScope(), slug).flatMap(target -> terms.find(kind, target.ownerId()));
    }

    /**
     * Allows equal names, as at the original site.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field
     */
    public Term create(TermKind kind, ImportedTerm original) {
        var violations = new Violations();
        var name = TermText.name(original.name(), violations);
        var description = TermText.description(original.description(), violations);
        var parentId = original.parentId();
        violations.require(
                parentId == null
                        || (kind == TermKind.CATEGORY
                                && terms.lock(kind, parentId).isPresent()),
                "parentId",
                "unknown",
                "'parentId' must be a category.");
        violations.throwIfAny();
        long id = ids.take(IdSpace.TERM, original.id());
        var slug = original.slug() != null && Slugs.isValid(original.slug())
                ? slugs.claimFree(kind.slugScope(), original.slug(), id)
                : termSlugs.create(kind, id, name, null);
        var term = new Term(id, kind, name, slug, description, parentId, clock.instant());
        term.setCustomFields(original.customFields());
        terms.persist(term);
        events.publish(term, ChangeAction.CREATED, null);
        return term;
    }
}
