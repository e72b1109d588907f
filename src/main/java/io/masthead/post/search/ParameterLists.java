package io.masthead.post.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Limits the number of different query texts for lists of values: each text has a cached plan, and clients must
 * not fill the cache by varying the length.
 */
final class ParameterLists {

    private ParameterLists() {}

    /** The same values, the last one repeated up to a power of two. */
    static <T> List<T> padded(List<T> values) {
        if (values.size() < 3) {
            return values;
        }
        int size = Integer.highestOneBit(values.size() - 1) << 1;
        var padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return padded;
    }
}
