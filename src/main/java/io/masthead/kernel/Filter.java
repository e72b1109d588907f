package io.masthead.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A builder of where clauses; a filter that was not sent adds nothing. */
public final class Filter {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    /** Adds a condition without a value. */
    public Filter and(String clause) {
        clauses.add(clause);
        return this;
    }

    /** Adds a condition on one value; nothing if the value is null or an empty collection. */
    public Filter and(String clause, String name, Object value) {
        if (value == null || (value instanceof Collection<?> many && many.isEmpty())) {
            return this;
        }
        clauses.add(clause);
        return bind(name, value);
    }

    /** Binds a value that a condition uses. */
    public Filter bind(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** {@code " where …"}, or empty. */
    public String where() {
        return clauses.isEmpty() ? "" : " where " + conditions();
    }

    /** Only the conditions, for the {@code on} of a join; empty without any. */
    public String conditions() {
        return String.join(" and ", clauses);
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }
}
