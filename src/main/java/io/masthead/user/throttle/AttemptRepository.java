package io.masthead.user.throttle;

import io.masthead.platform.db.RowLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * Counts that drain by themselves, each kept as the one time at which it will be empty (GCRA, the
 * generic cell rate algorithm). All times are in microseconds since 1970.
 */
@ApplicationScoped
class AttemptRepository {

    private final EntityManager entities;

    AttemptRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the counts of these names, in one order everywhere, so that two transactions never wait
     * for each other.
     *
     * @return when each drains; without those that are not stored
     */
    Map<String, Long> lock(Collection<String> names) {
        List<?> found = statement("select name, expires_at from attempt where name in (:names) order by name"
                        + RowLocks.forUpdate("attempt"))
                .setParameterList("names", names)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** Stores counts that were not stored; false if another transaction has stored one meanwhile. */
    boolean insert(SortedMap<String, Long> ends) {
        if (ends.isEmpty()) {
            return true;
        }
        var params = new HashMap<String, Object>();
        var rows = ends.entrySet().stream()
                .map(end -> "(%s, %s)".formatted(bind(params, end.getKey()), bind(params, end.getValue())))
                .collect(Collectors.joining(", "));
        var insert = statement("insert into attempt (name, expires_at) values " + rows + " on conflict do nothing");
        params.forEach(insert::setParameter);
        return insert.executeUpdate() == ends.size();
    }

    /** Replaces the ends of counts that are locked. */
    void update(Map<String, Long> ends) {
        if (ends.isEmpty()) {
            return;
        }
        var params = new HashMap<String, Object>();
        var cases = ends.entrySet().stream()
                .map(end -> "when %s then %s".formatted(bind(params, end.getKey()), bind(params, end.getValue())))
                .collect(Collectors.joining(" ", "case name ", " end"));
        update(cases, ends.keySet(), params);
    }

    /**
     * Takes one attempt back from each count; an empty or missing count stays as it is. Locks them as
     * {@link #lock} does.
     *
     * @param steps by how many microseconds each count gets shorter
     * @param ends what the ends of further names become, if those are stored
     * @return how many of all are stored
     */
    int giveBack(Map<String, Long> steps, Map<String, Long> ends, long now) {
        var params = new HashMap<String, Object>();
        var cases = new StringBuilder("case");
        ends.forEach((name, end) ->
                cases.append(" when name = %s then %s".formatted(bind(params, name), bind(params, end))));
        steps.forEach((name, step) -> cases.append(" when name = %s and expires_at > :now then expires_at - %s"
                .formatted(bind(params, name), bind(params, step))));
        params.put("now", now);
        var names = new TreeSet<>(steps.keySet());
        names.addAll(ends.keySet());
        return update(cases + " else expires_at end", names, params);
    }

    /** When a count drains; empty where it is not stored. */
    Optional<Long> find(String name) {
        List<?> found = statement("select expires_at from attempt where name = :name")
                .setParameter("name", name)
                .getResultList();
        return found.stream().map(end -> ((Number) end).longValue()).findFirst();
    }

    void forgetPast(long now) {
        statement("delete from attempt where name in (select name from attempt where expires_at <= :now order by name"
                        + RowLocks.forUpdate("attempt") + ")")
                .setParameter("now", now)
                .executeUpdate();
    }

    private int update(String end, Collection<String> names, Map<String, Object> params) {
        var update = statement("update attempt set expires_at = " + end
                        + " where name in (select name from attempt where name in (:names) order by name"
                        + RowLocks.forUpdate("attempt") + ")")
                .setParameterList("names", names);
        params.forEach(update::setParameter);
        return update.executeUpdate();
    }

    private static String bind(Map<String, Object> params, Object value) {
        var name = "p" + params.size();
        params.put(name, value);
        return value instanceof Long ? "cast(:%s as bigint)".formatted(name) : ":" + name;
    }

    private NativeQuery<?> statement(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class).addSynchronizedQuerySpace("attempt");
    }
}
