package io.masthead.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A builder of where clauses; a filter that was not sent adds nothing.
 *
 * <p>{@code "p.id in :ids"} with a list becomes {@code "p.id in (:ids_0, :ids_1)"}, with one value {@code "p.id =
 * :ids_0"}: Hibernate keeps the translation of a query only if no parameter could have several values, and
 * {@code in (:ids)} could. The last value is repeated up to a power of two, so that lists of different lengths share
 * few queries.
 */
public final class Filter {

    /** Longer lists are bound as one parameter, so that the kept queries stay small. */
    private static final int MAX_LISTED = 64;

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    /** A parameter that is a list: groups are the negation and the name. */
    private static final Pattern LISTED = Pattern.compile("\\b(not )?in :(\\w+)");

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

    /** The same conditions, to which others can be added. */
    public Filter copy() {
        var copy = new Filter();
        copy.clauses.addAll(clauses);
        copy.params.putAll(params);
        return copy;
    }

    /** The same conditions with longer names for their values, so that a query can have them more than once. */
    public Filter renamed(String suffix) {
        var renamed = new Filter();
        clauses.forEach(clause -> renamed.clauses.add(PARAMETER.matcher(clause).replaceAll(":$1" + suffix)));
        params.forEach((name, value) -> renamed.params.put(name + suffix, value));
        return renamed;
    }

    /** {@code " where …"}, or empty. */
    public String where() {
        return clauses.isEmpty() ? "" : " where " + conditions();
    }

    /** Only the conditions, for the {@code on} of a join; empty without any. */
    public String conditions() {
        return LISTED.matcher(String.join(" and ", clauses)).replaceAll(parameter -> {
            var name = parameter.group(2);
            return listed(params.get(name))
                    .map(values -> comparison(parameter.group(1) != null, name, values.size()))
                    .orElseGet(parameter::group);
        });
    }

    /** The values by the names that {@link #conditions} uses. */
    public Map<String, Object> params() {
        var bound = new HashMap<String, Object>();
        params.forEach((name, value) -> {
            var values = listed(value).orElse(null);
            if (values == null) {
                bound.put(name, value);
            } else {
                int place = 0;
                for (var one : values) {
                    bound.put(name + "_" + place++, one);
                }
            }
        });
        return bound;
    }

    private static String comparison(boolean isNegated, String name, int values) {
        if (values == 1) {
            return (isNegated ? "<> :" : "= :") + name + "_0";
        }
        return IntStream.range(0, values)
                .mapToObj(place -> ":" + name + "_" + place)
                .collect(Collectors.joining(", ", isNegated ? "not in (" : "in (", ")"));
    }

    /** The values of a list, which clients may fill with nulls, padded; empty for a single value or a long list. */
    private static Optional<List<?>> listed(Object value) {
        return value instanceof Collection<?> many && !many.isEmpty() && many.size() <= MAX_LISTED
                ? Optional.of(padded(new ArrayList<>(many)))
                : Optional.empty();
    }

    /** The same values with the last one repeated up to a power of two, which limits the number of query texts. */
    public static <T> List<T> padded(List<T> values) {
        if (values.size() < 3) {
            return values;
        }
        int size = Integer.highestOneBit(values.size() - 1) << 1;
        var padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return padded;
    }
}
