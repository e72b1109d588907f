package io.masthead.text.wordpress;

import java.util.List;
import java.util.regex.Pattern;

/** A tag or comment, or the text between two of them. */
record HtmlPiece(String text, boolean isMarkup, boolean isBlock) {

    private static final List<String> BLOCKS = List.of(
            "table",
            "thead",
            "tfoot",
            "caption",
            "col",
            "colgroup",
            "tbody",
            "tr",
            "td",
            "th",
            "div",
            "dl",
            "dd",
            "dt",
            "ul",
            "ol",
            "li",
            "pre",
            "form",
            "map",
            "area",
            "blockquote",
            "address",
            "style",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "fieldset",
            "legend",
            "section",
            "article",
            "aside",
            "hgroup",
            "header",
            "footer",
            "nav",
            "figure",
            "figcaption",
            "details",
            "menu",
            "summary");

    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final Pattern RULE = Pattern.compile("<hr\\s*/?>");

    static final HtmlPiece START = markup("<p>");
    static final HtmlPiece END = markup("</p>");
    static final HtmlPiece BREAK = markup("<br />");
    static final HtmlPiece LINE = words("\n");
    static final HtmlPiece BLANK_LINE = words("\n\n");

    static HtmlPiece words(String text) {
        return new HtmlPiece(text, false, false);
    }

    static HtmlPiece markup(String text) {
        return new HtmlPiece(text, true, begins(text, BLOCKS));
    }

    /** WordPress compares prefixes only, so that "picture", for example, counts as p. */
    static boolean begins(String tag, List<String> names) {
        int name = tag.startsWith("</") ? 2 : 1;
        for (var candidate : names) {
            if (tag.startsWith(candidate, name)) {
                return true;
            }
        }
        return false;
    }

    boolean is(String markup) {
        return isMarkup && text.equals(markup);
    }

    boolean startsWith(String beginning) {
        return isMarkup && text.startsWith(beginning);
    }

    boolean isBlankText() {
        return !isMarkup && text.isBlank();
    }

    boolean isLineBreak() {
        return startsWith("<br") && LINE_BREAK.matcher(text).matches();
    }

    boolean isRule() {
        return startsWith("<hr") && RULE.matcher(text).matches();
    }

    boolean opensBlock() {
        int end = 1;
        while (end < text.length() && "/> \t\n\f\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return isBlock && BLOCKS.contains(text.substring(1, end));
    }

    boolean closesBlock() {
        return isBlock && text.startsWith("</") && BLOCKS.contains(text.substring(2, text.length() - 1));
    }
}
