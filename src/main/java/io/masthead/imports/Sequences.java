package io.masthead.imports;

import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Moves sequences behind the ids that an import is about to use, and before it uses them: what
 * others draw from then on is free.
 */
@ApplicationScoped
class Sequences {

    /** So many numbers are rather drawn than jumped over; see {@link #moveBeyond}. */
    private static final long SMALL = 10_000;

    private final EntityManager entities;

    Sequences(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * After this the sequence gives only numbers above {@code highest}. Altering a sequence can
     * give a number a second time to somebody who draws at the same moment; so the last ten
     * thousand are drawn one by one, which is safe, and only what lies before is jumped over.
     */
    void moveBeyond(String sequence, long highest) {
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
