package io.masthead.post.footnote;

import io.masthead.platform.db.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the notes of WordPress' footnotes block. Its editor keeps them beside the text: in the field {@code footnotes},
 * as JSON, a list of objects with {@code id} and {@code content}.
 */
public final class BlockFootnotes {

    private static final String FIELD = "footnotes";

    private static final Pattern BLOCK =
            Pattern.compile("<!--\\s++wp:(?:core/)?+footnotes\\s++(?:\\{[^<>]*?\\}\\s++)?/-->");

    private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");

    private BlockFootnotes() {}

    /** The source with the notes in place of the first block for them; not yet clean. */
    public static String inserted(String source, Map<String, Object> customFields) {
        if (!source.contains("wp:") || !source.contains(FIELD)) {
            return source;
        }
        var block = BLOCK.matcher(source);
        return block.find()
                ? block.replaceFirst(Matcher.quoteReplacement(list(notes(customFields.get(FIELD)))))
                : source;
    }

    /** Whether a text has to be rendered again after a change of its custom fields. */
    public static boolean differ(String source, Map<String, Object> former, Map<String, Object> fields) {
        return !Objects.equals(former.get(FIELD), fields.get(FIELD))
                && BLOCK.matcher(source).find();
    }

    private static List<?> notes(Object field) {
        var value = field instanceof String text ? JsonText.parse(text).orElse(null) : field;
        return value instanceof List<?> list ? list : List.of();
    }

    private static String list(List<?> notes) {
        var items = new StringBuilder();
        int number = 0;
        for (var note : notes) {
            if (note instanceof Map<?, ?> fields
                    && fields.get("content") instanceof String content
                    && ID.matcher(String.valueOf(fields.get("id"))).matches()) {
                items.append(
                        ("<li id=\"%1$s\">%2$s <a href=\"#%1$s-link\" aria-label=\"Jump to footnote reference %3$d\">"
                                        + "\u21a9\ufe0e</a></li>")
                                .formatted(fields.get("id"), content, ++number));
            }
        }
        return items.isEmpty()
                ? ""
                : "<!-- wp:footnotes --><ol class=\"wp-block-footnotes\">%s</ol><!-- /wp:footnotes -->"
                        .formatted(items);
    }
}
