package io.masthead.kernel;

import java.util.List;

/**
 * What a list is narrowed to by ids.
 *
 * @param any one of these; empty for all
 * @param none none of these
 */
public record IdFilter(List<Long> any, List<Long> none) {

    public static final IdFilter ALL = new IdFilter(List.of(), List.of());

    /** One of these; all where there are none. */
    public static IdFilter any(List<Long> ids) {
        return new IdFilter(ids, List.of());
    }

    /**
     * @param id null for all
     */
    public static IdFilter of(Long id) {
        return id == null ? ALL : any(List.of(id));
    }
}
