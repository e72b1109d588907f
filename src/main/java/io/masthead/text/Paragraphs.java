package io.masthead.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes paragraphs out of classic WordPress text: a blank line ends one, a line break stays a line
 * break, blocks are left alone, preformatted text and scripts are not touched.
 *
 * <p>The rules were read off answers of a running WordPress. Text right after the start tag of a
 * block stays bare ({@code <li>text}), except in a blockquote; any further paragraph in that block
 * is wrapped.
 */
final class Paragraphs {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "area",
            "article",
            "aside",
            "blockquote",
            "caption",
            "center",
            "col",
            "colgroup",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "map",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "style",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> WITHOUT_END = Set.of("hr", "col", "area");

    /** Elements whose content is copied as it is, line breaks included. */
    private static final Set<String> UNTOUCHED = Set.of("pre", "script", "style", "svg", "math", "textarea");

    /** What stood right before a run of text and inline elements. */
    private enum Before {
        BLOCK_START,
        PARAGRAPH_START,
        OTHER
    }

    private final String source;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private final List<Integer> untouched = new ArrayList<>();
    private Before before = Before.OTHER;

    private Paragraphs(String source) {
        this.source = source;
    }

    static String of(String classic) {
        return new Paragraphs(classic.replace("\r\n", "\n").replace('\r', '\n')).read();
    }

    private String read() {
        var tokens = new MarkupTokens(source);
        while (tokens.next()) {
            switch (tokens.kind()) {
                case TEXT -> run.append(tokens.text());
                case COMMENT -> keep(tokens.text());
                case OPEN -> open(tokens);
                case CLOSE -> close(tokens);
            }
        }
        flush();
        return html.toString();
    }

    private void open(MarkupTokens tokens) {
        var name = tokens.name();
        boolean block = BLOCKS.contains(name);
        if (block) {
            flush();
        }
        var tag = UNTOUCHED.contains(name) ? island(tokens) : tokens.text();
        if (!block) {
            // Scripts never survive cleaning; left in, they would leave empty paragraphs behind.
            keep(name.equals("script") ? "" : tag);
            return;
        }
        html.append(tag);
        if (UNTOUCHED.contains(name) || WITHOUT_END.contains(name)) {
            before = Before.OTHER;
            html.append('\n');
        } else if (name.equals("p")) {
            before = Before.PARAGRAPH_START;
        } else {
            before = name.equals("blockquote") ? Before.OTHER : Before.BLOCK_START;
        }
    }

    private void close(MarkupTokens tokens) {
        if (BLOCKS.contains(tokens.name())) {
            flush();
            html.append(tokens.text()).append('\n');
            before = Before.OTHER;
        } else {
            keep(tokens.text());
        }
    }

    /** The whole element, from its start tag to its end tag or the end of the source. */
    private String island(MarkupTokens tokens) {
        var name = tokens.name();
        int start = tokens.start();
        int depth = 1;
        while (depth > 0 && tokens.next()) {
            if (tokens.name().equals(name)) {
                depth += tokens.kind() == MarkupTokens.Kind.OPEN ? 1 : -1;
            }
        }
        return source.substring(start, tokens.end());
    }

    /** Adds to the run what must come out as it went in. */
    private void keep(String markup) {
        untouched.add(run.length());
        run.append(markup);
        untouched.add(run.length());
    }

    private void flush() {
        var paragraphs = split();
        boolean bare = before == Before.BLOCK_START;
        for (var paragraph : paragraphs) {
            if (saysNothing(paragraph)) {
                bare = false;
                continue;
            }
            if (before == Before.PARAGRAPH_START) {
                html.append(paragraph);
                before = Before.OTHER;
            } else if (bare) {
                html.append(paragraph);
            } else {
                html.append("<p>").append(paragraph).append("</p>\n");
            }
            bare = false;
        }
        run.setLength(0);
        untouched.clear();
    }

    /**
     * The paragraphs of the run, trimmed, with their line breaks made visible. An empty first one
     * tells that the run began with a blank line.
     */
    private List<String> split() {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        int next = 0;
        int i = 0;
        while (i < run.length()) {
            if (next < untouched.size() && i == untouched.get(next)) {
                paragraph.append(run, i, untouched.get(next + 1));
                i = untouched.get(next + 1);
                next += 2;
                continue;
            }
            if (!isBlank(run.charAt(i))) {
                paragraph.append(run.charAt(i));
                i++;
                continue;
            }
            int limit = next < untouched.size() ? untouched.get(next) : run.length();
            int end = i;
            int lines = 0;
            while (end < limit && isBlank(run.charAt(end))) {
                lines += run.charAt(end) == '\n' ? 1 : 0;
                end++;
            }
            if (lines > 1) {
                paragraphs.add(paragraph.toString().strip());
                paragraph.setLength(0);
            } else if (lines == 0) {
                paragraph.append(run, i, end);
            } else if (!paragraph.isEmpty() && end < run.length()) {
                paragraph.append(endsWithBreak(paragraph) ? "\n" : "<br />\n");
            }
            i = end;
        }
        paragraphs.add(paragraph.toString().strip());
        return paragraphs;
    }

    /** Only blanks and comments, such as the mark that ends a teaser. */
    private static boolean saysNothing(String paragraph) {
        if (!paragraph.isEmpty() && paragraph.charAt(0) != '<') {
            return false;
        }
        var tokens = new MarkupTokens(paragraph);
        while (tokens.next()) {
            if (tokens.kind() != MarkupTokens.Kind.COMMENT && !tokens.text().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithBreak(StringBuilder paragraph) {
        int start = paragraph.lastIndexOf("<");
        if (start < 0) {
            return false;
        }
        var tag = new MarkupTokens(paragraph.substring(start));
        return tag.next()
                && tag.kind() == MarkupTokens.Kind.OPEN
                && tag.name().equals("br")
                && start + tag.end() == paragraph.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
