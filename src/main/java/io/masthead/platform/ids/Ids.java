package io.masthead.platform.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns ids. They come from sequences, but an import keeps original ids if it can; so an id is checked before
 * it is used.
 */
@ApplicationScoped
@Transactional
public class Ids {

    private final EntityManager entities;

    Ids(EntityManager entities) {
        this.entities = entities;
    }

    /** An id that is unused in the space. */
    public long next(IdSpace space) {
        long id = draw(space);
        while (!isFree(space, id)) {
            id = draw(space);
        }
        return id;
    }

    /** As {@link #next(IdSpace)}, several at once; two statements in any case. */
    public List<Long> next(IdSpace space, int amount) {
        var free = new ArrayList<Long>();
        while (free.size() < amount) {
            var drawn = draw(space, amount - free.size());
            drawn.removeAll(taken(space, drawn));
            free.addAll(drawn);
        }
        return free;
    }

    /**
     * The wanted id if it is unused, or else the next one.
     *
     * @param wanted null for any
     */
    public long take(IdSpace space, Long wanted) {
        return wanted != null && wanted > 0 && isFree(space, wanted) ? wanted : next(space);
    }

    /**
     * Moves the sequence past the highest used id; called once after an import.
     *
     * <p>It must run in a transaction of its own: H2 commits the open one when it alters a sequence. A node
     * that draws at the same moment may get an id twice, which {@link #next} detects unless both are stored at
     * once; then the database refuses the later one.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void moveBeyondUsed(IdSpace space) {
        long highest = space.tables().stream().mapToLong(this::highest).max().orElseThrow();
        if (draw(space) <= highest) {
            entities.createNativeQuery("alter sequence %s restart with %d".formatted(space.sequence(), highest + 1))
                    .executeUpdate();
        }
    }

    private long draw(IdSpace space) {
        return (Long) entities.createNativeQuery("select nextval('" + space.sequence() + "')", Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    private List<Long> draw(IdSpace space, int amount) {
        List<?> drawn = entities.createNativeQuery(
                        "select nextval('%s') from generate_series(1, %d)".formatted(space.sequence(), amount),
                        Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return drawn.stream().map(Long.class::cast).collect(Collectors.toList());
    }

    /** Those that are used in the space. */
    public Set<Long> used(IdSpace space, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : taken(space, List.copyOf(ids)).stream().map(Long.class::cast).collect(Collectors.toSet());
    }

    private boolean isFree(IdSpace space, long id) {
        return taken(space, List.of(id)).isEmpty();
    }

    private List<?> taken(IdSpace space, List<Long> ids) {
        var users = space.tables().stream()
                .map(table -> "select id from " + table + " where id in (:ids)")
                .collect(Collectors.joining(" union all "));
        return entities.createNativeQuery(users, Long.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private long highest(String table) {
        return (Long) entities.createNativeQuery("select coalesce(max(id), 0) from " + table, Long.class)
                .getSingleResult();
    }
}
