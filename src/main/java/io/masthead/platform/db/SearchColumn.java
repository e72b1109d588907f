package io.masthead.platform.db;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;

/**
 * A column that searches compare, derived from other columns by a rule in Java.
 *
 * @param table with an {@code id}
 * @param name null in rows older than the column
 * @param sources the columns it is derived from, none of them null
 * @param rule computes it from their values
 */
public record SearchColumn(String table, String name, List<String> sources, Function<List<String>, String> rule) {

    private static final Logger LOG = Logger.getLogger(SearchColumn.class);
    private static final int BATCH = 200;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Computes it for older rows, without changing them otherwise. */
    void fill(EntityManager entities) {
        int made = 0;
        List<Long> ids = List.of(0L);
        do {
            // Each batch continues after the previous one: scanning again from the start would get slower with
            // each batch.
            long last = ids.get(ids.size() - 1);
            ids = Transactions.requiringNew(TIMEOUT).call(() -> fillSome(entities, last));
            made += ids.size();
        } while (ids.size() == BATCH);
        if (made > 0) {
            LOG.infof("Made %d rows of %s searchable.", made, table);
        }
    }

    private List<Long> fillSome(EntityManager entities, long after) {
        var query = entities.createNativeQuery(
                        ("select id, %s from %s where %s is null and id > :after" + " order by id")
                                .formatted(String.join(", ", sources), table, name))
                .setParameter("after", after)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class);
        for (var source : sources) {
            query.addScalar(source, String.class); // otherwise H2 returns a CLOB
        }
        var ids = new ArrayList<Long>();
        List<?> rows = query.setMaxResults(BATCH).getResultList();
        for (var row : rows) {
            var cells = (Object[]) row;
            var values = Arrays.stream(cells, 1, cells.length)
                    .map(String.class::cast)
                    .toList();
            entities.createNativeQuery(
                            "update %1$s set %2$s = :text where id = :id and %2$s is null".formatted(table, name))
                    .setParameter("text", rule.apply(values))
                    .setParameter("id", cells[0])
                    .executeUpdate();
            ids.add((Long) cells[0]);
        }
        return ids;
    }
}
