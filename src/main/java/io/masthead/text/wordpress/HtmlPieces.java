package io.masthead.text.wordpress;

import io.masthead.text.MarkupTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A text split at its tags and comments; each step of forming paragraphs passes over it once. */
final class HtmlPieces {

    /** A rewriting step for the pieces from an index on; returns how many it consumed, 0 for none. */
    interface Step {
        int at(int index, List<HtmlPiece> result);
    }

    private final Set<String> missing = new HashSet<>();
    private List<HtmlPiece> pieces;

    private HtmlPieces(List<HtmlPiece> pieces) {
        this.pieces = pieces;
    }

    static HtmlPieces of(String source) {
        var pieces = new ArrayList<HtmlPiece>();
        var tokens = new MarkupTokens(source);
        while (tokens.next()) {
            boolean words = tokens.kind() == MarkupTokens.Kind.TEXT;
            pieces.add(words ? HtmlPiece.words(tokens.text()) : HtmlPiece.markup(tokens.text()));
        }
        return new HtmlPieces(pieces);
    }

    void rewrite(Step step) {
        var result = new ArrayList<HtmlPiece>(pieces.size() + 16);
        int i = 0;
        while (i < pieces.size()) {
            int taken = step.at(i, result);
            if (taken == 0) {
                result.add(pieces.get(i));
                taken = 1;
            }
            i += taken;
        }
        pieces = result;
    }

    /** Joins adjacent pieces of text. */
    void join() {
        var result = new ArrayList<HtmlPiece>(pieces.size());
        var words = new StringBuilder();
        for (var piece : pieces) {
            if (piece.isMarkup()) {
                flush(words, result);
                result.add(piece);
            } else {
                words.append(piece.text());
            }
        }
        flush(words, result);
        pieces = result;
    }

    private static void flush(StringBuilder words, List<HtmlPiece> result) {
        if (!words.isEmpty()) {
            result.add(HtmlPiece.words(words.toString()));
            words.setLength(0);
        }
    }

    void replace(List<HtmlPiece> others) {
        pieces = others;
    }

    void replace(int i, HtmlPiece other) {
        pieces.set(i, other);
    }

    List<HtmlPiece> all() {
        return pieces;
    }

    List<HtmlPiece> between(int from, int to) {
        return pieces.subList(from, to);
    }

    HtmlPiece get(int i) {
        return pieces.get(i);
    }

    int size() {
        return pieces.size();
    }

    boolean at(int i, Predicate<HtmlPiece> test) {
        return i < pieces.size() && test.test(pieces.get(i));
    }

    /** The index of the first piece from this one on that is not blank text. */
    int afterBlank(int i) {
        int next = i;
        while (at(next, HtmlPiece::isBlankText)) {
            next++;
        }
        return next;
    }

    /** The index of the first such end tag from this one on, or -1. */
    int find(String endTag, int from) {
        if (!missing.contains(endTag)) {
            for (int i = from; i < pieces.size(); i++) {
                if (pieces.get(i).is(endTag)) {
                    return i;
                }
            }
            // Steps only move forward, so the search need not be repeated.
            missing.add(endTag);
        }
        return -1;
    }

    String html() {
        var html = new StringBuilder();
        pieces.forEach(piece -> html.append(piece.text()));
        return html.toString();
    }
}
