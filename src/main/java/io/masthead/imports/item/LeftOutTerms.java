package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrTermRef;
import io.masthead.post.PostFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The terms of an item that it cannot have here: those of other taxonomies, and all of pages and media. */
final class LeftOutTerms {

    /** Of the plug-ins Co-Authors Plus and PublishPress Authors, which store authors as terms. */
    private static final String AUTHORS = "author";

    private static final String CO_AUTHOR = "cap-";
    private static final String FORMAT = "post-format-";
    private static final int MAX_NAMES = 20;

    private LeftOutTerms() {}

    /** A warning for each taxonomy. */
    static List<String> of(WxrItem item) {
        Map<String, List<WxrTermRef>> byTaxonomy = item.terms().stream()
                .filter(term -> !isKept(item, term))
                .collect(Collectors.groupingBy(WxrTermRef::taxonomy, LinkedHashMap::new, Collectors.toList()));
        return byTaxonomy.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), names(entry.getValue())))
                .toList();
    }

    private static boolean isKept(WxrItem item, WxrTermRef term) {
        return switch (term.taxonomy()) {
            case "category", "post_tag" -> item.type().equals("post");
            case "post_format" -> isFormat(term.slug());
            // Its only author, whom the item names too.
            case AUTHORS ->
                term.slug().equals(CO_AUTHOR + item.creator())
                        || term.slug().equals(item.creator())
                        || term.name().equals(item.creator());
            default -> false;
        };
    }

    private static boolean isFormat(String slug) {
        return Arrays.stream(PostFormat.values()).anyMatch(format -> slug.equalsIgnoreCase(FORMAT + format.name()));
    }

    private static String sentence(String taxonomy, String names) {
        return switch (taxonomy) {
            case AUTHORS -> "Further authors were left out, since a post has one author here: %s.".formatted(names);
            case "category", "post_tag" ->
                "Its %s were left out, since only posts have them here: %s."
                        .formatted(taxonomy.equals("category") ? "categories" : "tags", names);
            case "post_format" -> "Its format is unknown here and was left out: %s.".formatted(names);
            default ->
                "Its terms of the taxonomy \"%s\" were left out: %s.".formatted(SourceText.of(taxonomy, 100), names);
        };
    }

    private static String names(List<WxrTermRef> terms) {
        var names = terms.stream()
                .limit(MAX_NAMES)
                .map(term -> SourceText.of(term.name().isEmpty() ? term.slug() : term.name(), 100))
                .collect(Collectors.joining(", "));
        int more = terms.size() - MAX_NAMES;
        return more > 0 ? "%s and %,d more".formatted(names, more) : names;
    }
}
