package io.masthead.text.wordpress;

import java.util.List;

/** Removes paragraphs and line breaks around blocks, by rules in WordPress' order. */
final class BlockBoundaries {

    private static final List<String> WITHOUT_BREAK_BEFORE =
            List.of("p", "li", "div", "dl", "dd", "dt", "th", "pre", "td", "ul", "ol");

    private static final List<String> ENDS_BARE_TEXT = List.of("</div>", "</address>", "</form>");

    private final HtmlPieces pieces;

    BlockBoundaries(HtmlPieces pieces) {
        this.pieces = pieces;
    }

    void takeBackParagraphs() {
        pieces.rewrite(this::emptyParagraph);
        pieces.rewrite(this::bareTextBeforeEnd);
        pieces.rewrite(this::wrappedBlock);
        pieces.rewrite(this::wrappedListItem);
        pieces.rewrite(this::quoteStart);
        pieces.rewrite(this::quoteEnd);
        pieces.rewrite(this::startBeforeBlock);
        pieces.rewrite(this::endAfterBlock);
    }

    void takeBackBreaks() {
        pieces.rewrite(this::breakAfterBlock);
        pieces.rewrite(this::breakBeforeBlock);
    }

    private int emptyParagraph(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).is("<p>")) {
            return 0;
        }
        int end = pieces.afterBlank(i + 1);
        return pieces.at(end, piece -> piece.is("</p>")) ? end + 1 - i : 0;
    }

    private int bareTextBeforeEnd(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).is("<p>")) {
            return 0;
        }
        int end = i + 1;
        boolean text = false;
        while (pieces.at(end, piece -> !piece.isMarkup())) {
            text |= !pieces.get(end).text().isEmpty();
            end++;
        }
        if (!text || !pieces.at(end, piece -> ENDS_BARE_TEXT.contains(piece.text()))) {
            return 0;
        }
        result.addAll(pieces.between(i, end));
        result.add(HtmlPiece.END);
        result.add(pieces.get(end));
        return end + 1 - i;
    }

    private int wrappedBlock(int i, List<HtmlPiece> result) {
        int block = blockAfterStart(i);
        if (block < 0) {
            return 0;
        }
        int end = pieces.afterBlank(block + 1);
        if (!pieces.at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(pieces.get(block));
        return end + 1 - i;
    }

    private int wrappedListItem(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).is("<p>") || !pieces.at(i + 1, piece -> piece.startsWith("<li"))) {
            return 0;
        }
        int end = i + 2;
        while (pieces.at(end, p -> !p.is("</p>") && (p.isMarkup() || p.text().indexOf('\n') < 0))) {
            end++;
        }
        if (!pieces.at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.addAll(pieces.between(i + 1, end));
        return end + 1 - i;
    }

    private int quoteStart(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).is("<p>") || !pieces.at(i + 1, piece -> piece.startsWith("<blockquote"))) {
            return 0;
        }
        result.add(pieces.get(i + 1));
        result.add(HtmlPiece.START);
        return 2;
    }

    private int quoteEnd(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).is("</blockquote>") || !pieces.at(i + 1, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(HtmlPiece.END);
        result.add(pieces.get(i));
        return 2;
    }

    private int startBeforeBlock(int i, List<HtmlPiece> result) {
        int block = blockAfterStart(i);
        if (block < 0) {
            return 0;
        }
        result.add(pieces.get(block));
        return block + 1 - i;
    }

    private int endAfterBlock(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).isBlock()) {
            return 0;
        }
        int end = pieces.afterBlank(i + 1);
        if (!pieces.at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(pieces.get(i));
        return end + 1 - i;
    }

    private int breakAfterBlock(int i, List<HtmlPiece> result) {
        if (!pieces.get(i).isBlock()) {
            return 0;
        }
        int lineBreak = pieces.afterBlank(i + 1);
        if (!pieces.at(lineBreak, piece -> piece.is("<br />"))) {
            return 0;
        }
        result.add(pieces.get(i));
        return lineBreak + 1 - i;
    }

    private int breakBeforeBlock(int i, List<HtmlPiece> result) {
        return pieces.get(i).is("<br />")
                        && pieces.at(
                                pieces.afterBlank(i + 1),
                                p -> p.isBlock() && HtmlPiece.begins(p.text(), WITHOUT_BREAK_BEFORE))
                ? 1
                : 0;
    }

    private int blockAfterStart(int i) {
        if (!pieces.get(i).is("<p>")) {
            return -1;
        }
        int block = pieces.afterBlank(i + 1);
        return pieces.at(block, HtmlPiece::isBlock) ? block : -1;
    }
}
