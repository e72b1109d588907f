package io.masthead.post.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps queries that have a part for each value of a list to few different texts: the plan of each
 * text is kept in memory, and who asks with another length each time must not fill it.
 */
final class QueryShapes {

    private QueryShapes() {}

    /** The same values, the last of them repeated up to a power of two. */
    static <T> List<T> few(List<T> values) {
        if (values.size() < 3) {
            return values;
        }
        int size = Integer.highestOneBit(values.size() - 1) << 1;
        var padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return padded;
    }
}
