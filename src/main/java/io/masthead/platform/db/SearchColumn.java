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
 * A column that searches look into, made of others by a rule that no SQL knows.
 *
 * @param table whose rows have an {@code id}
 * @param name null where a row is older than the column
 * @param sources the columns that it is made of, none of them null
 * @param rule makes it of their values
 */
public record SearchColumn(String table, String name, List<String> sources, Function<List<String>, String> rule) {

    private static final Logger LOG = Logger.getLogger(SearchColumn.class);
    private static final int BATCH = 200;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Makes it for the rows that are older. That is no change of what they hold. */
    void fill(EntityManager entities) {
        int made = 0;
        List<Long> ids = List.of(0L);
        do {
            // Each batch goes on behind the one before: to look again at what is made costs more
            // with each of them.
            long last = ids.get(ids.size() - 1);
            ids = Transactions.requiringNew(TIMEOUT).call(() -> fillSome(entities, last));
            made += ids.size();
        } while (ids.size() == BATCH);
        if (made > 0) {
            LOG.infof("%d rows of %s can be searched by folded words now.", made, table);
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
            query.addScalar(source, String.class); // a CLOB to H2 otherwise
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
