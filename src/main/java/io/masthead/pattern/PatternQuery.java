package io.masthead.pattern;

import io.masthead.kernel.Costly;
import io.masthead.kernel.PageRequest;

/** A page of the list of all patterns. */
public record PatternQuery(PatternSort sort, boolean descending, PageRequest page) implements Costly {

    @Override
    public boolean isCostly() {
        return page.isCostly();
    }
}
