package io.masthead.text.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.ParsedHtml;
import io.masthead.text.TextRules;
import io.masthead.text.VerbatimCleaner;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The target of Jazzer: for any input, the output of the comment cleaner contains only what is allowed, and
 * cleaning it again changes nothing.
 */
public final class CommentCleaningFuzzer {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "rel")),
            Map.entry("abbr", Set.of("title")),
            Map.entry("acronym", Set.of("title")),
            Map.entry("b", Set.of()),
            Map.entry("blockquote", Set.of("cite")),
            Map.entry("br", Set.of()),
            Map.entry("cite", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("del", Set.of("datetime")),
            Map.entry("em", Set.of()),
            Map.entry("i", Set.of()),
            Map.entry("li", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("pre", Set.of()),
            Map.entry("ul", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("q", Set.of("cite")),
            Map.entry("s", Set.of()),
            Map.entry("strike", Set.of()),
            Map.entry("strong", Set.of()));

    private CommentCleaningFuzzer() {}

    /** Called by Jazzer, by this name. */
    public static void fuzzerTestOneInput(byte[] input) {
        clean(new String(input, UTF_8));
    }

    /** Fails if the cleaner lets something through, in any format. */
    static void clean(String source) {
        if (!TextRules.isStorable(source)) {
            return;
        }
        for (var format : ContentFormat.values()) {
            try {
                check(CommentContent.render(source, format).html(), format);
            } catch (ContentTooComplexException e) {
                // A refusal is a valid result.
            }
        }
    }

    static void check(String html, ContentFormat format) {
        for (var element : ParsedHtml.of(html).body().select("body *")) {
            checkElement(element);
        }
        // An independent parser must find nothing to remove, in any format.
        if (!parsed(HtmlCleaner.comment(html)).equals(parsed(html))) {
            throw new AssertionError("Something is left to clean in " + html);
        }
        // WordPress comments keep the characters that their authors wrote.
        var again = format == ContentFormat.WORDPRESS ? VerbatimCleaner.comment(html) : HtmlCleaner.comment(html);
        if (!again.equals(html)) {
            throw new AssertionError("Cleaning twice changes " + html);
        }
    }

    private static String parsed(String html) {
        return ParsedHtml.of(html).body().html();
    }

    private static void checkElement(Element element) {
        var attributes = ALLOWED.get(element.normalName());
        if (attributes == null) {
            throw new AssertionError("Not allowed: " + element.outerHtml());
        }
        for (Attribute attribute : element.attributes()) {
            if (!attributes.contains(attribute.getKey())) {
                throw new AssertionError("Not allowed: " + attribute + " in " + element);
            }
        }
    }
}
