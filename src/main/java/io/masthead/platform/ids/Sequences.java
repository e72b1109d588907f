package io.masthead.platform.ids;

import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Moves sequences past the ids that an import is about to use, so that ids drawn by others from then on are
 * free.
 */
@ApplicationScoped
public class Sequences {

    /** Up to this number, ids are drawn rather than skipped; see {@link #moveBeyond}. */
    private static final long SMALL = 10_000;

    private final EntityManager entities;

    Sequences(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes the sequence return only numbers above {@code highest}. Altering a sequence can return a number
     * twice if another session draws at the same moment; so the last ten thousand are drawn one by one, which
     * is safe, and only those before are skipped.
     */
    public void moveBeyond(String sequence, long highest) {
        if (highest > 0) {
            Transactions.requiringNew().run(() -> move(sequence, highest));
        }
    }

    private void move(String sequence, long highest) {
        long current = draw(sequence, 1);
        if (highest - current > SMALL) {
            entities.createNativeQuery("alter sequence %s restart with %d".formatted(sequence, highest - SMALL))
                    .executeUpdate();
            current = draw(sequence, 1);
        }
        if (current < highest) {
            draw(sequence, highest - current);
        }
    }

    private long draw(String sequence, long count) {
        return ((Number) entities.createNativeQuery("select max(n) from (select nextval('"
                                + sequence
                                + "') as n from generate_series(1, :count)) as"
                                + " drawn")
                        .setParameter("count", count)
                        .getSingleResult())
                .longValue();
    }
}
