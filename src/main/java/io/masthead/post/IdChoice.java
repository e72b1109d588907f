package io.masthead.post;

import java.util.List;

/**
 * What a list is narrowed to by ids.
 *
 * @param any one of these; empty for all
 * @param none none of these
 */
public record IdChoice(List<Long> any, List<Long> none) {

    public static final IdChoice ALL = new IdChoice(List.of(), List.of());
}
