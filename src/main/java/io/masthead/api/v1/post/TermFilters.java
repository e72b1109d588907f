package io.masthead.api.v1.post;

import io.masthead.api.v1.http.ParameterReader;
import io.masthead.post.search.AuthorFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.post.search.TermFilter.Match;
import io.masthead.taxonomy.TermKind;
import java.util.ArrayList;
import java.util.List;

/** Parses conditions on slugs: {@code a,b} for any of these, {@code -a,b} for none of them. */
final class TermFilters {

    static final int MAX_REPEATS = 10;

    private TermFilters() {}

    /** Each value is a condition of its own. */
    static List<TermFilter> read(
            ParameterReader in, TermKind kind, String name, List<String> values, boolean descendants) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MAX_REPEATS) {
            in.refuse(name, "too_many", "'%s' may occur at most %d times.".formatted(name, MAX_REPEATS));
            return List.of();
        }
        var filters = new ArrayList<TermFilter>();
        for (var value : values) {
            var slugs = slugs(in, name, value);
            if (!slugs.isEmpty()) {
                filters.add(TermFilter.ofSlugs(kind, slugs, descendants, isExcluded(value) ? Match.NONE : Match.ANY));
            }
        }
        return filters;
    }

    /**
     * Any of the authors that some values name, and none of those that others exclude.
     *
     * @param values null or empty if absent
     */
    static AuthorFilter authors(ParameterReader in, List<String> values) {
        if (values == null || values.isEmpty()) {
            return AuthorFilter.ALL;
        }
        var wanted = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        for (var value : values) {
            (isExcluded(value) ? excluded : wanted).addAll(slugs(in, "author", value));
        }
        if (wanted.size() + excluded.size() > ParameterReader.MAX_VALUES) {
            in.refuse(
                    "author",
                    "invalid_list",
                    "'author' may name at most %d authors.".formatted(ParameterReader.MAX_VALUES));
        }
        return AuthorFilter.ofSlugs(wanted, excluded);
    }

    private static List<String> slugs(ParameterReader in, String name, String value) {
        return in.values(name, isExcluded(value) ? value.substring(1) : value);
    }

    private static boolean isExcluded(String value) {
        return value.startsWith("-");
    }
}
