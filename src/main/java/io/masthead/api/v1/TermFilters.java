package io.masthead.api.v1;

import io.masthead.post.TermFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions on slugs: {@code a,b} for any of these, {@code -a,b} for none of them. */
final class TermFilters {

    static final int MAX_REPEATS = 10;

    private TermFilters() {}

    /** Each value is a condition of its own. */
    static List<TermFilter> read(ParameterReader in, String name, List<String> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MAX_REPEATS) {
            in.refuse(name, "too_many", "'%s' may stand at most %d times.".formatted(name, MAX_REPEATS));
            return List.of();
        }
        var filters = new ArrayList<TermFilter>();
        values.forEach(value -> read(in, name, value).ifPresent(filters::add));
        return filters;
    }

    /** One condition; empty where it was not sent. */
    static Optional<TermFilter> read(ParameterReader in, String name, String value) {
        if (value == null) {
            return Optional.empty();
        }
        var excluded = value.startsWith("-");
        var slugs = in.values(name, excluded ? value.substring(1) : value);
        return slugs.isEmpty() ? Optional.empty() : Optional.of(new TermFilter(slugs, excluded));
    }
}
