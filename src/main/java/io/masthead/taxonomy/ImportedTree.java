package io.masthead.taxonomy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Places categories whose parents came after them. Only {@code imports} may call it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ImportedTree {

    /** Trees are no deeper than this; it ends a walk that a broken tree would keep going. */
    private static final int MAX_DEPTH = 1_000;

    private final EntityManager entities;
    private final Clock clock;

    ImportedTree(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Places a category below another one.
     *
     * @return false if there is no such category, or if it lies below the first one
     */
    public boolean place(long id, long parentId) {
        Long above = parentId;
        for (int depth = 0; above != null; depth++) {
            var term = above == id || depth > MAX_DEPTH ? null : entities.find(Term.class, above);
            if (term == null || term.kind() != TermKind.CATEGORY) {
                return false;
            }
            above = term.parentId();
        }
        entities.createQuery("update versioned Term t set t.parentId = :parent, t.updatedAt = :now"
                        + " where t.id = :id and t.kind = :kind")
                .setParameter("parent", parentId)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("kind", TermKind.CATEGORY)
                .executeUpdate();
        entities.clear();
        return true;
    }
}
