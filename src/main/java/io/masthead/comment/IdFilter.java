package io.masthead.comment;

import java.util.List;

/**
 * Which ids something may have.
 *
 * @param any one of these; empty for all
 * @param none and none of these
 */
public record IdFilter(List<Long> any, List<Long> none) {

    public static final IdFilter ALL = new IdFilter(List.of(), List.of());

    /**
     * @param id null for all
     */
    public static IdFilter of(Long id) {
        return id == null ? ALL : new IdFilter(List.of(id), List.of());
    }
}
