package io.masthead.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jsoup.nodes.Element;

/** The markup of footnotes, by which other classes find or remove them. */
public final class Footnotes {

    private static final String MARK = "footnote-ref";
    private static final String BACK_LINK = "footnote-backref";
    private static final String NOTES = "footnotes";

    /** Selects footnotes and what refers to them. */
    static final String SELECTOR = "section." + NOTES + ", sup." + MARK + ", a." + BACK_LINK;

    private static final int PREFIX_BYTES = 4;

    /** A definition at the start of a line, or in a quote or a list. */
    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ >]*+\\[\\^([^\\s\\]\\x00]++)\\]:");

    private Footnotes() {}

    /** Whether a text may contain footnotes. */
    public static boolean mayBeIn(String markdown) {
        return markdown.contains("[^");
    }

    /** Whether an element is a link to or from a footnote, and not part of the text. */
    static boolean isReferenceLink(Element element) {
        return switch (element.normalName()) {
            case "sup" -> element.hasClass(MARK);
            case "a" -> element.hasClass(BACK_LINK);
            default -> false;
        };
    }

    /** HTML without footnotes and the references to them. */
    public static String without(String html) {
        if (!html.contains(NOTES) && !html.contains(MARK)) {
            return html;
        }
        var body = ParsedHtml.of(html).body();
        body.select(SELECTOR).remove();
        return body.html();
    }

    /** Empty definitions for the footnotes of a text, so that an extract parses its references. */
    public static String stubs(String markdown) {
        return DEFINITION
                .matcher(markdown)
                .results()
                .map(definition -> "[^" + definition.group(1) + "]:")
                .collect(Collectors.joining("\n", "\n\n", ""));
    }

    /**
     * Assigns ids that are the same at each rendering and differ between texts, since a page may show several.
     * They are numbers: a label may contain anything, and {@code a-2} would collide with the second reference
     * of {@code a}.
     */
    static AttributeProvider ids(String markdown) {
        var prefix = prefix(markdown);
        var numbers = new HashMap<String, Integer>();
        return (node, tag, attributes) -> {
            if (node instanceof FootnoteReference && tag.equals("a")) {
                var label = attributes.get("href").substring("#fn".length());
                var name = prefix + number(label, numbers);
                var times = attributes.get("id").substring("fnref".length() + label.length());
                attributes.put("href", "#fn" + name);
                attributes.put("id", "fnref" + name + times);
                attributes.put("role", "doc-noteref");
            } else if (node instanceof FootnoteDefinition note) {
                define(note, tag, attributes, prefix, numbers);
            }
        };
    }

    private static void define(
            FootnoteDefinition note,
            String tag,
            Map<String, String> attributes,
            String prefix,
            Map<String, Integer> numbers) {
        var label = "-" + note.getLabel();
        switch (tag) {
            case "section" -> attributes.put("role", "doc-endnotes");
            case "li" -> attributes.put("id", "fn" + prefix + number(label, numbers));
            case "a" -> {
                var times = attributes.get("href").substring("#fnref".length() + label.length());
                attributes.put("href", "#fnref" + prefix + number(label, numbers) + times);
                attributes.put("role", "doc-backlink");
            }
            default -> {}
        }
    }

    private static int number(String label, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(label, unknown -> numbers.size() + 1);
    }

    private static String prefix(String markdown) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(markdown.getBytes(StandardCharsets.UTF_8));
            return "-" + HexFormat.of().formatHex(digest, 0, PREFIX_BYTES) + "-";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** Renders footnotes as their source, for texts that are too short for any. */
    static final class AsWritten implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        AsWritten(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FootnoteReference.class, FootnoteDefinition.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FootnoteReference reference) {
                context.getWriter().text("[^" + reference.getLabel() + "]");
            } else if (node instanceof FootnoteDefinition note) {
                define(note);
            }
        }

        private void define(FootnoteDefinition note) {
            var written = "[^" + note.getLabel() + "]:";
            if (note.getFirstChild() instanceof Paragraph paragraph) {
                paragraph.prependChild(new Text(written + " "));
            } else {
                var paragraph = new Paragraph();
                paragraph.appendChild(new Text(written));
                note.prependChild(paragraph);
            }
            for (var child = note.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
