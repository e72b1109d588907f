package io.masthead.text;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders Markdown; its raw HTML passes through, to be cleaned with the rest. */
public final class MarkdownContent {

    /** References may repeat an address; this much of it in all is rendered. */
    private static final int MAX_ADDRESS_CHARS = 4_000_000;

    /** A mark, its link and the way back from the note are at least three elements. */
    private static final int MAX_MARKS = MarkupBudget.MAX_ELEMENTS / 3;

    /** One tilde stands for itself: H~2~O is no correction. */
    private static final Extension STRIKETHROUGH =
            StrikethroughExtension.builder().requireTwoTildes(true).build();

    private static final Extension FOOTNOTES = FootnotesExtension.create();

    static final List<Extension> SYNTAX = List.of(
            TablesExtension.create(),
            STRIKETHROUGH,
            AutolinkExtension.create(),
            TaskListItemsExtension.create(),
            FOOTNOTES);

    private static final List<Extension> OUTPUT = List.of(TablesExtension.create(), STRIKETHROUGH);

    private static final HtmlRenderer WITHOUT_NOTES =
            output().nodeRendererFactory(Footnotes.AsWritten::new).build();

    private MarkdownContent() {}

    /** HTML that nobody has cleaned yet. */
    public static String html(String source) {
        if (!Footnotes.mayBeIn(source)) {
            return htmlWithoutNotes(source);
        }
        var renderer = output().extensions(List.of(FOOTNOTES))
                .attributeProviderFactory(context -> Footnotes.ids(source))
                .build();
        return html(source, renderer);
    }

    /** As {@link #html}, with notes and their marks as words. */
    public static String htmlWithoutNotes(String source) {
        return html(source, WITHOUT_NOTES);
    }

    private static HtmlRenderer.Builder output() {
        return HtmlRenderer.builder().extensions(OUTPUT).nodeRendererFactory(TaskMarkerRenderer::new);
    }

    private static String html(String source, HtmlRenderer renderer) {
        MarkdownBudget.check(source);
        try {
            return renderer.render(parser().parse(source));
        } catch (StackOverflowError e) {
            // The parser recurses over attributes and nested emphasis, and keeps no state to break.
            throw MarkupBudget.tooDeep();
        }
    }

    /** A new one for each text, since its budget counts. */
    private static Parser parser() {
        // Post-processors run in this order: the later ones recurse, so depth is checked first.
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

    /** One that stands in notes within notes is led back to from each of them. */
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

    /** A task's box as a character, since cleaned HTML has no form elements. */
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
