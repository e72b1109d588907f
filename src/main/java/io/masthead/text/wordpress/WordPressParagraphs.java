package io.masthead.text.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Forms paragraphs in classic text byte by byte as WordPress does, including its stray end tags.
 *
 * <p>Blank lines are added around blocks, each part between blank lines becomes a paragraph, and then the
 * paragraphs around blocks are removed.
 */
final class WordPressParagraphs {

    private final HtmlPieces pieces;

    private WordPressParagraphs(HtmlPieces pieces) {
        this.pieces = pieces;
    }

    static String of(String classic) {
        if (classic.isBlank()) {
            return "";
        }
        var source = classic.replace("\r\n", "\n").replace('\r', '\n') + "\n";
        return new WordPressParagraphs(HtmlPieces.of(source)).form();
    }

    private String form() {
        pieces.rewrite(this::preformatted);
        pieces.rewrite(this::doubleBreak);
        pieces.rewrite(this::setApart);
        pieces.join();
        keepTogether();
        wrap();
        var boundaries = new BlockBoundaries(pieces);
        boundaries.takeBackParagraphs();
        new LineBreaks(pieces).addTags();
        boundaries.takeBackBreaks();
        return pieces.html();
    }

    /** Makes preformatted text, from its start tag on, one piece that is not changed. */
    private int preformatted(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).startsWith("<pre")) {
            return 0;
        }
        int end = pieces.find("</pre>", i + 1);
        if (end < 0) {
            return 0;
        }
        var text = new StringBuilder();
        pieces.between(i, end).forEach(piece -> text.append(piece.text()));
        result.add(HtmlPiece.markup(text.toString()));
        result.add(pieces.get(end));
        return end + 1 - i;
    }

    private int doubleBreak(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).isLineBreak()) {
            return 0;
        }
        int second = pieces.afterBlank(i + 1);
        if (!pieces.at(second, HtmlPiece::isLineBreak)) {
            return 0;
        }
        result.add(HtmlPiece.BLANK_LINE);
        return second + 1 - i;
    }

    private int setApart(int i, List<HtmlPiece> result) {
        var piece = pieces.get(i);
        if (!piece.isBlock()) {
            return 0;
        }
        if (piece.opensBlock()) {
            result.add(HtmlPiece.BLANK_LINE);
        }
        result.add(piece);
        if (piece.closesBlock() || piece.isRule()) {
            result.add(HtmlPiece.BLANK_LINE);
        }
        return 1;
    }

    /** Removes blanks that would separate what belongs together: a figure and its caption, a player. */
    private void keepTogether() {
        boolean players = pieces.all().stream().anyMatch(p -> p.startsWith("<source") || p.startsWith("<track"));
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (!piece.isMarkup()) {
                continue;
            }
            boolean source = piece.startsWith("<source") || piece.startsWith("<track");
            if (source
                    || piece.startsWith("<figcaption")
                    || piece.startsWith("<option")
                    || (players && (piece.is("</audio>") || piece.is("</video>")))) {
                trim(i - 1, String::stripTrailing);
            }
            if (source
                    || piece.is("</figcaption>")
                    || piece.is("</option>")
                    || (players && (piece.startsWith("<audio") || piece.startsWith("<video")))) {
                trim(i + 1, String::stripLeading);
            }
        }
    }

    private void trim(int i, UnaryOperator<String> trimmed) {
        if (i >= 0 && i < pieces.size() && !pieces.get(i).isMarkup()) {
            pieces.replace(i, HtmlPiece.words(trimmed.apply(pieces.get(i).text())));
        }
    }

    private void wrap() {
        var result = new ArrayList<HtmlPiece>(pieces.size() * 2);
        var paragraph = new ArrayList<HtmlPiece>();
        for (var piece : pieces.all()) {
            if (piece.isMarkup()) {
                paragraph.add(piece);
                continue;
            }
            var text = piece.text();
            int from = 0;
            int end;
            while ((end = LineBreaks.blankLine(text, from)) >= 0) {
                add(text.substring(from, end), paragraph);
                wrap(paragraph, result);
                from = LineBreaks.endOfBlank(text, end);
            }
            add(text.substring(from), paragraph);
        }
        wrap(paragraph, result);
        pieces.replace(result);
    }

    private static void add(String text, List<HtmlPiece> paragraph) {
        if (!text.isEmpty()) {
            paragraph.add(HtmlPiece.words(text));
        }
    }

    private static void wrap(List<HtmlPiece> paragraph, List<HtmlPiece> result) {
        if (paragraph.isEmpty()) {
            return;
        }
        int last = paragraph.size() - 1;
        paragraph.set(0, withoutLines(paragraph.get(0), true));
        paragraph.set(last, withoutLines(paragraph.get(last), false));
        result.add(HtmlPiece.START);
        result.addAll(paragraph);
        result.add(HtmlPiece.END);
        result.add(HtmlPiece.LINE);
        paragraph.clear();
    }

    private static HtmlPiece withoutLines(HtmlPiece piece, boolean atStart) {
        if (piece.isMarkup()) {
            return piece;
        }
        int start = 0;
        int end = piece.text().length();
        while (atStart && start < end && piece.text().charAt(start) == '\n') {
            start++;
        }
        while (!atStart && end > start && piece.text().charAt(end - 1) == '\n') {
            end--;
        }
        return HtmlPiece.words(piece.text().substring(start, end));
    }
}
