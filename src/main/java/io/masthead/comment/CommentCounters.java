package io.masthead.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.query.NativeQuery;

/** How many comments there are of each status, kept so that nobody need count them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentCounters {

    /** As many rows as the migration made for each status. */
    private static final int SHARDS = 8;

    private final EntityManager entities;

    CommentCounters(EntityManager entities) {
        this.entities = entities;
    }

    public Map<CommentStatus, Long> read() {
        var counts = new EnumMap<CommentStatus, Long>(CommentStatus.class);
        var rows = entities.createNativeQuery(
                        "select status, sum(amount) from comment_tally group by status", Tuple.class)
                .getResultList();
        for (var each : rows) {
            var row = (Tuple) each;
            counts.put(
                    CommentStatus.valueOf(row.get(0, String.class)),
                    row.get(1, Number.class).longValue());
        }
        return counts;
    }

    /** Best called last: others wait for the rows until the end of the transaction. */
    void add(Map<CommentStatus, Integer> deltas) {
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        // In one order everywhere, so that two transactions never wait for each other.
        new TreeMap<>(deltas).forEach((status, delta) -> {
            if (delta != 0) {
                entities.createNativeQuery("update comment_tally set amount = amount + :delta"
                                + " where status = :status"
                                + " and shard = :shard")
                        .unwrap(NativeQuery.class)
                        .addSynchronizedQuerySpace("comment_tally")
                        .setParameter("delta", delta)
                        .setParameter("status", status.name())
                        .setParameter("shard", shard)
                        .executeUpdate();
            }
        });
    }
}
