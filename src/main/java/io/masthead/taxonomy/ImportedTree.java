package io.masthead.taxonomy;

import io.masthead.platform.event.ChangeAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Moves categories that were imported before their parents. Only {@code imports} may call it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ImportedTree {

    /** The maximum depth of the tree; it ends the walk over a broken tree. */
    private static final int MAX_DEPTH = 1_000;

    private final EntityManager entities;
    private final TermRepository terms;
    private final TermEvents events;
    private final Clock clock;

    ImportedTree(EntityManager entities, TermRepository terms, TermEvents events, Clock clock) {
        this.entities = entities;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves a category below another one, unless it has a parent.
     *
     * @return false if there is no such parent, or if it is below the category
     */
    public boolean move(long id, long parentId) {
        Long above = parentId;
        for (int depth = 0; above != null; depth++) {
            var term = above == id || depth > MAX_DEPTH ? null : entities.find(Term.class, above);
            if (term == null || term.kind() != TermKind.CATEGORY) {
                return false;
            }
            above = term.parentId();
        }
        entities.createQuery("update versioned Term t set t.parentId = :parent, t.updatedAt = :now"
                        + " where t.id = :id and t.kind = :kind and t.parentId is null")
                .setParameter("parent", parentId)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("kind", TermKind.CATEGORY)
                .executeUpdate();
        entities.clear();
        terms.find(TermKind.CATEGORY, id)
                .ifPresent(term -> events.publish(term, terms.below(term), ChangeAction.UPDATED, null));
        entities.clear();
        return true;
    }
}
