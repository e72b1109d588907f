package io.masthead.text.wordpress;

import java.util.ArrayList;
import java.util.List;

/** Adds tags for line breaks within paragraphs, and finds the blank lines between paragraphs. */
final class LineBreaks {

    /** Elements whose line breaks are kept. */
    private static final List<String> VERBATIM = List.of("script", "style", "svg", "math");

    private final HtmlPieces pieces;

    LineBreaks(HtmlPieces pieces) {
        this.pieces = pieces;
    }

    void addTags() {
        pieces.join();
        var result = new ArrayList<HtmlPiece>(pieces.size() * 2);
        int verbatim = -1;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (i <= verbatim) {
                result.add(piece);
            } else if (piece.isMarkup()) {
                verbatim = endOfVerbatim(i);
                result.add(piece.is("<br>") || piece.is("<br/>") ? HtmlPiece.BREAK : piece);
            } else {
                addTags(piece.text(), result);
            }
        }
        pieces.replace(result);
    }

    /** A line break after an explicit one gets no tag. */
    private static void addTags(String text, List<HtmlPiece> result) {
        int done = 0;
        int i = 0;
        while (i < text.length()) {
            int end = endOfBlank(text, i);
            if (end == i) {
                i = afterBlank(text, i) + 1;
                continue;
            }
            int start = i == 0 && endsWithBreak(result) ? 1 : i;
            if (start < end) {
                result.add(HtmlPiece.words(text.substring(done, start)));
                result.add(HtmlPiece.BREAK);
                result.add(HtmlPiece.LINE);
                done = end;
            }
            i = end;
        }
        result.add(HtmlPiece.words(text.substring(done)));
    }

    private static boolean endsWithBreak(List<HtmlPiece> result) {
        return !result.isEmpty() && result.get(result.size() - 1).is("<br />");
    }

    /** The piece that ends an element whose line breaks are kept, or -1. */
    private int endOfVerbatim(int i) {
        for (var name : VERBATIM) {
            if (pieces.get(i).startsWith("<" + name)) {
                return pieces.find("</" + name + ">", i + 1);
            }
        }
        return -1;
    }

    /** The first line break that is followed by a blank line, or -1. */
    static int blankLine(String text, int from) {
        int i = text.indexOf('\n', from);
        while (i >= 0) {
            if (endOfBlank(text, i) > i + 1) {
                return i;
            }
            i = text.indexOf('\n', i + 1);
        }
        return -1;
    }

    /** The position after the last line break of the blanks that begin here. */
    static int endOfBlank(String text, int from) {
        int end = from;
        for (int i = from; i < text.length() && isBlank(text.charAt(i)); i++) {
            end = text.charAt(i) == '\n' ? i + 1 : end;
        }
        return end;
    }

    private static int afterBlank(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
