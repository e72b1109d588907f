package io.masthead.post.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the pages whose addresses begin with that of another page. */
@ApplicationScoped
public class PageDescendants {

    private final EntityManager entities;

    PageDescendants(EntityManager entities) {
        this.entities = entities;
    }

    /** The ids of the pages below each of these, at any depth; pages without any are absent. One statement. */
    public Map<Long, List<Long>> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                                with recursive below(root, id, depth) as (
                                    select p.parent_id, p.id, 1 from post p where p.parent_id in (:ids)
                                    union all
                                    select b.root, p.id, b.depth + 1 from below b join post p on p.parent_id = b.id
                                    where b.depth < 1000)
                                select root, id from below\
                                """, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> row.get(0, Number.class).longValue(),
                        Collectors.mapping(row -> row.get(1, Number.class).longValue(), Collectors.toList())));
    }
}
