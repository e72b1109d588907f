package io.masthead.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Finds the HTML in Markdown; text in code that looks like HTML is none. */
final class MarkdownSource {

    private static final Pattern SILENT = Pattern.compile("(?i)<(?:script|style)[\\s/>]");
    private static final Pattern SILENT_END = Pattern.compile("(?i)</(?:script|style)[\\s/>]");

    private MarkdownSource() {}

    /** A replacement in the source. */
    private record Change(int start, int end, String text) {}

    /** As {@link SourceMarkup#once}, for the HTML parts only. */
    static String once(String source) {
        MarkdownBudget.check(source);
        var changes = new ArrayList<Change>();
        var node = parser().parse(source);
        Node unclosedIn = null;
        while (node != null) {
            if (node instanceof HtmlInline tag && isSilent(tag) && node.getParent() != unclosedIn) {
                var end = end(tag);
                if (end == null) {
                    // Searched once per paragraph, since it may take long.
                    unclosedIn = node.getParent();
                } else {
                    changes.add(new Change(start(node), end(source, end), ""));
                    node = following(end);
                    continue;
                }
            }
            if (node instanceof HtmlBlock || node instanceof HtmlInline) {
                change(source, node.getSourceSpans(), changes);
            }
            node = following(node);
        }
        if (changes.isEmpty()) {
            return source;
        }
        changes.sort(Comparator.comparingInt(Change::start));
        var changed = new StringBuilder();
        int done = 0;
        for (var change : changes) {
            changed.append(source, done, change.start()).append(change.text());
            done = change.end();
        }
        return changed.append(source, done, source.length()).toString();
    }

    /** One per text, since its budget counts. */
    private static Parser parser() {
        return Parser.builder()
                .maxOpenBlockParsers(MarkupBudget.MAX_DEPTH)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .customBlockParserFactory(new ParagraphBudget())
                .extensions(MarkdownContent.SYNTAX)
                .build();
    }

    /** Whether its content is removed with it. */
    private static boolean isSilent(HtmlInline tag) {
        return SILENT.matcher(tag.getLiteral()).lookingAt();
    }

    /** The end tag of a removed element; null if there is none. */
    private static Node end(HtmlInline tag) {
        for (var node = tag.getNext(); node != null; node = node.getNext()) {
            if (node instanceof HtmlInline other
                    && SILENT_END.matcher(other.getLiteral()).lookingAt()) {
                return node;
            }
        }
        return null;
    }

    private static int start(Node node) {
        return node.getSourceSpans().get(0).getInputIndex();
    }

    private static int end(String source, Node node) {
        var spans = node.getSourceSpans();
        var last = spans.get(spans.size() - 1);
        return Math.min(source.length(), last.getInputIndex() + last.getLength());
    }

    /** In document order, without recursion, since nesting may be deep. */
    private static Node following(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        var at = node;
        while (at != null && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getNext();
    }

    /** Each line has a span, without the markers of a list or a quote. */
    private static void change(String source, List<SourceSpan> spans, List<Change> changes) {
        if (spans.isEmpty()) {
            return;
        }
        var html = spans.stream()
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .collect(Collectors.joining("\n"));
        var clean = SourceMarkup.onceInPart(html);
        if (clean.equals(html)) {
            return;
        }
        var last = spans.get(spans.size() - 1);
        var mark = spans.size() == 1 ? "" : mark(source, spans.get(1));
        changes.add(new Change(
                spans.get(0).getInputIndex(),
                last.getInputIndex() + last.getLength(),
                clean.replace("\n", "\n" + mark)));
    }

    private static String mark(String source, SourceSpan span) {
        int start = span.getInputIndex();
        return source.substring(start - span.getColumnIndex(), start);
    }
}
