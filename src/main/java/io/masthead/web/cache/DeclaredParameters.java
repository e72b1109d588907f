package io.masthead.web.cache;

import java.util.Map;
import java.util.Set;

/**
 * The query parameters of a read, as far as its surface declares them.
 *
 * @param defaults by the name of each declared parameter, the values that mean the same as omitting it
 * @param ignoresOthers whether parameters with other names change nothing
 */
public record DeclaredParameters(Map<String, Set<String>> defaults, boolean ignoresOthers) {

    /** Any parameter may change the response. */
    public static final DeclaredParameters UNKNOWN = new DeclaredParameters(Map.of(), false);

    /**
     * @param name without keys in brackets
     */
    boolean ignores(String name) {
        return ignoresOthers && !defaults.containsKey(name);
    }

    boolean isDefault(String name, String value) {
        var values = defaults.get(name);
        return values != null && values.contains(value);
    }
}
