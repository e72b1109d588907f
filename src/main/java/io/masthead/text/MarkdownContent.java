package io.masthead.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders Markdown; its raw HTML is passed through and cleaned with the rest. */
public final class MarkdownContent {

    /** References may repeat a URL; this is the maximum of rendered URL characters. */
    private static final int MAX_ADDRESS_CHARS = 4_000_000;

    /** A reference, its link and the back link of the footnote are at least three elements. */
    private static final int MAX_MARKS = MarkupBudget.MAX_ELEMENTS / 3;

    /** Single tildes are literal, as in H~2~O. */
    private static final Extension STRIKETHROUGH =
            StrikethroughExtension.builder().requireTwoTildes(true).build();

    private static final Extension FOOTNOTES = FootnotesExtension.create();

    static final List<Extension> SYNTAX = List.of(
            TablesExtension.create(),
            STRIKETHROUGH,
            AutolinkExtension.create(),
            TaskListItemsExtension.create(),
            FOOTNOTES);

    private static final List<Extension> OUTPUT =
            List.of(TablesExtension.create(), STRIKETHROUGH, HeadingAnchorExtension.create());

    private static final HtmlRenderer WITHOUT_NOTES =
            output().nodeRendererFactory(Footnotes.AsWritten::new).build();

    private MarkdownContent() {}

    /** HTML that has not been cleaned. */
    public static String html(String source) {
        if (!Footnotes.mayBeIn(source)) {
            return htmlWithoutNotes(source);
        }
        var renderer = output().extensions(List.of(FOOTNOTES))
                .attributeProviderFactory(context -> Footnotes.ids(source))
                .build();
        return html(source, renderer);
    }

    /** As {@link #html}, with footnotes and references as text. */
    public static String htmlWithoutNotes(String source) {
        return html(source, WITHOUT_NOTES);
    }

    private static HtmlRenderer.Builder output() {
        return HtmlRenderer.builder()
                .extensions(OUTPUT)
                .attributeProviderFactory(context -> MarkdownContent::keepFree)
                .nodeRendererFactory(TaskMarkerRenderer::new);
    }

    /** A heading such as "Links" would have an id that the cleaner drops. */
    private static void keepFree(Node node, String tag, Map<String, String> attributes) {
        var id = attributes.get("id");
        if (node instanceof Heading && id != null && !DomNames.isFree(id)) {
            attributes.put("id", "section-" + id);
        }
    }

    private static String html(String source, HtmlRenderer renderer) {
        MarkdownBudget.check(source);
        try {
            return renderer.render(parser().parse(source));
        } catch (StackOverflowError e) {
            // The parser recurses over attributes and nested emphasis, and has no state that could be
            // corrupted.
            throw MarkupBudget.tooDeep();
        }
    }

    /** One per text, since its budget counts. */
    private static Parser parser() {
        // Post-processors run in this order: the later ones recurse, so the depth is checked first.
        return Parser.builder()
                .maxOpenBlockParsers(MarkupBudget.MAX_DEPTH)
                .customBlockParserFactory(new ParagraphBudget())
                .postProcessor(MarkdownContent::checked)
                .extensions(SYNTAX)
                .build();
    }

    private static Node checked(Node document) {
        int depth = 0;
        int nodes = 0;
        int marks = 0;
        long addresses = 0;
        var node = document;
        while (node != null) {
            nodes++;
            addresses += addressLength(node);
            marks += marks(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
            if (depth > MarkupBudget.MAX_DEPTH) {
                throw MarkupBudget.tooDeep();
            }
            if (addresses > MAX_ADDRESS_CHARS || marks > MAX_MARKS || nodes > 50 * MarkupBudget.MAX_ELEMENTS) {
                throw MarkupBudget.tooMany();
            }
        }
        return document;
    }

    /** A reference in nested footnotes gets a back link from each of them. */
    private static int marks(Node node) {
        if (!(node instanceof FootnoteReference)) {
            return 0;
        }
        int marks = 1;
        for (var around = node.getParent(); around != null; around = around.getParent()) {
            marks += around instanceof FootnoteDefinition ? 1 : 0;
        }
        return marks;
    }

    private static long addressLength(Node node) {
        if (node instanceof Link link) {
            return length(link.getDestination()) + length(link.getTitle());
        }
        if (node instanceof Image image) {
            return length(image.getDestination()) + length(image.getTitle());
        }
        return 0;
    }

    private static long length(String value) {
        return value == null ? 0 : value.length();
    }

    /** Renders the checkbox of a task as a character, since cleaned HTML has no form elements. */
    private static final class TaskMarkerRenderer implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        private TaskMarkerRenderer(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(TaskListItemMarker.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().text(((TaskListItemMarker) node).isChecked() ? "☑ " : "☐ ");
        }
    }
}
