package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrTermRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Terms of an item in taxonomies that are not here. */
final class ForeignTerms {

    private static final int MOST_NAMED = 10;
    private static final int MAX_NAME = 60;

    /** They say something else of a post, or nothing. */
    private static final Set<String> WITHOUT_WORDS =
            Set.of("post_format", "nav_menu", "wp_theme", "wp_pattern_category");

    private ForeignTerms() {}

    /** A sentence that names them; empty if there are none. */
    static Optional<String> warning(List<WxrTermRef> terms) {
        Map<String, List<String>> names = new TreeMap<>();
        for (var term : terms) {
            if (!Kinds.isCarried(term.taxonomy()) && !WITHOUT_WORDS.contains(term.taxonomy())) {
                var name = term.name().isBlank() ? term.slug() : term.name();
                names.computeIfAbsent(SourceText.of(term.taxonomy(), MAX_NAME), taxonomy -> new ArrayList<>())
                        .add(SourceText.of(name, MAX_NAME));
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Its terms in taxonomies that are not here were left out: %s."
                        .formatted(names.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + named(entry.getValue()) + ")")
                                .limit(MOST_NAMED)
                                .collect(Collectors.joining(", "))));
    }

    private static String named(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
