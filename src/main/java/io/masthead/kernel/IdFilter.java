package io.masthead.kernel;

import java.util.List;

/**
 * Conditions on ids.
 *
 * @param any one of these; empty for all
 * @param none none of these
 */
public record IdFilter(List<Long> any, List<Long> none) {

    /** Stands for the root of a tree, in place of a parent id. */
    public static final long TOP = 0;

    public static final IdFilter ALL = new IdFilter(List.of(), List.of());

    /** One of these; all if the list is empty. */
    public static IdFilter any(List<Long> ids) {
        return new IdFilter(ids, List.of());
    }

    /** @param id null for all */
    public static IdFilter of(Long id) {
        return id == null ? ALL : any(List.of(id));
    }
}
