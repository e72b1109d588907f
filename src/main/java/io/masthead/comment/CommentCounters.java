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

/** Counters of comments by status, so that they need not be counted. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentCounters {

    /** The number of rows that the migration created for each status. */
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

    /** Should be called last: others wait for the rows until the end of the transaction. */
    void add(Map<CommentStatus, Integer> deltas) {
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        // In one order everywhere, to avoid deadlocks.
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
