package io.masthead.text.wordpress;

import io.masthead.text.MarkupTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes paragraphs out of classic text to the byte as WordPress does, down to the end tags it
 * leaves behind; {@link Paragraphs} makes the well-formed ones of our own.
 *
 * <p>Every block is set apart by blank lines, every part between blank lines gets a paragraph, and
 * then the paragraphs that stand around a block are taken back. Each step passes once over the
 * pieces.
 */
final class WordPressParagraphs {

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

    private static final List<String> WITHOUT_BREAK_BEFORE =
            List.of("p", "li", "div", "dl", "dd", "dt", "th", "pre", "td", "ul", "ol");

    private static final List<String> ENDS_BARE_TEXT = List.of("</div>", "</address>", "</form>");

    /** Elements whose line breaks are no breaks. */
    private static final List<String> VERBATIM = List.of("script", "style", "svg", "math");

    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final Pattern RULE = Pattern.compile("<hr\\s*/?>");

    private static final Piece START = Piece.markup("<p>");
    private static final Piece END = Piece.markup("</p>");
    private static final Piece BREAK = Piece.markup("<br />");
    private static final Piece LINE = Piece.words("\n");
    private static final Piece BLANK_LINE = Piece.words("\n\n");

    /** A tag or comment, or what lies between two of them. */
    private record Piece(String text, boolean isMarkup, boolean isBlock) {

        static Piece words(String text) {
            return new Piece(text, false, false);
        }

        static Piece markup(String text) {
            return new Piece(text, true, begins(text, BLOCKS));
        }

        /** WordPress compares beginnings only, so that a picture, say, is taken for a p. */
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

    private final Set<String> missing = new HashSet<>();
    private List<Piece> pieces;

    private WordPressParagraphs(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static String of(String classic) {
        if (classic.isBlank()) {
            return "";
        }
        var source = classic.replace("\r\n", "\n").replace('\r', '\n') + "\n";
        return new WordPressParagraphs(cut(source)).form();
    }

    private String form() {
        rewrite(this::preformatted);
        rewrite(this::doubleBreak);
        rewrite(this::setApart);
        join();
        keepTogether();
        wrap();
        rewrite(this::emptyParagraph);
        rewrite(this::bareTextBeforeEnd);
        rewrite(this::wrappedBlock);
        rewrite(this::wrappedListItem);
        rewrite(this::quoteStart);
        rewrite(this::quoteEnd);
        rewrite(this::startBeforeBlock);
        rewrite(this::endAfterBlock);
        breakLines();
        rewrite(this::breakAfterBlock);
        rewrite(this::breakBeforeBlock);
        var html = new StringBuilder();
        pieces.forEach(piece -> html.append(piece.text()));
        return html.toString();
    }

    private static List<Piece> cut(String source) {
        var pieces = new ArrayList<Piece>();
        var tokens = new MarkupTokens(source);
        while (tokens.next()) {
            boolean words = tokens.kind() == MarkupTokens.Kind.TEXT;
            pieces.add(words ? Piece.words(tokens.text()) : Piece.markup(tokens.text()));
        }
        return pieces;
    }

    /** What a step makes of the pieces from one on; how many it has taken, 0 for none. */
    private interface PathSegment {
        int at(int index, List<Piece> result);
    }

    private void rewrite(PathSegment step) {
        var result = new ArrayList<Piece>(pieces.size() + 16);
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

    /** Preformatted text, from its start tag on, becomes one piece that nobody looks into. */
    private int preformatted(int i, List<Piece> result) {
        if (!pieces.get(i).startsWith("<pre")) {
            return 0;
        }
        int end = find("</pre>", i + 1);
        if (end < 0) {
            return 0;
        }
        var text = new StringBuilder();
        pieces.subList(i, end).forEach(piece -> text.append(piece.text()));
        result.add(Piece.markup(text.toString()));
        result.add(pieces.get(end));
        return end + 1 - i;
    }

    private int doubleBreak(int i, List<Piece> result) {
        if (!pieces.get(i).isLineBreak()) {
            return 0;
        }
        int second = afterBlank(i + 1);
        if (!at(second, Piece::isLineBreak)) {
            return 0;
        }
        result.add(BLANK_LINE);
        return second + 1 - i;
    }

    private int setApart(int i, List<Piece> result) {
        var piece = pieces.get(i);
        if (!piece.isBlock()) {
            return 0;
        }
        if (piece.opensBlock()) {
            result.add(BLANK_LINE);
        }
        result.add(piece);
        if (piece.closesBlock() || piece.isRule()) {
            result.add(BLANK_LINE);
        }
        return 1;
    }

    private void join() {
        var result = new ArrayList<Piece>(pieces.size());
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

    private static void flush(StringBuilder words, List<Piece> result) {
        if (!words.isEmpty()) {
            result.add(Piece.words(words.toString()));
            words.setLength(0);
        }
    }

    /** Blanks that would tear apart what belongs together: a figure and its caption, a player. */
    private void keepTogether() {
        boolean players = pieces.stream().anyMatch(p -> p.startsWith("<source") || p.startsWith("<track"));
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
            pieces.set(i, Piece.words(trimmed.apply(pieces.get(i).text())));
        }
    }

    private void wrap() {
        var result = new ArrayList<Piece>(pieces.size() * 2);
        var paragraph = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.isMarkup()) {
                paragraph.add(piece);
                continue;
            }
            var text = piece.text();
            int from = 0;
            int end;
            while ((end = blankLine(text, from)) >= 0) {
                add(text.substring(from, end), paragraph);
                wrap(paragraph, result);
                from = endOfBlank(text, end);
            }
            add(text.substring(from), paragraph);
        }
        wrap(paragraph, result);
        pieces = result;
    }

    private static void add(String text, List<Piece> paragraph) {
        if (!text.isEmpty()) {
            paragraph.add(Piece.words(text));
        }
    }

    private static void wrap(List<Piece> paragraph, List<Piece> result) {
        if (paragraph.isEmpty()) {
            return;
        }
        int last = paragraph.size() - 1;
        paragraph.set(0, withoutLines(paragraph.get(0), true));
        paragraph.set(last, withoutLines(paragraph.get(last), false));
        result.add(START);
        result.addAll(paragraph);
        result.add(END);
        result.add(LINE);
        paragraph.clear();
    }

    private static Piece withoutLines(Piece piece, boolean atStart) {
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
        return Piece.words(piece.text().substring(start, end));
    }

    private static int blankLine(String text, int from) {
        int i = text.indexOf('\n', from);
        while (i >= 0) {
            if (endOfBlank(text, i) > i + 1) {
                return i;
            }
            i = text.indexOf('\n', i + 1);
        }
        return -1;
    }

    /** Behind the last line break of the blanks that begin there. */
    private static int endOfBlank(String text, int from) {
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

    private int emptyParagraph(int i, List<Piece> result) {
        if (!pieces.get(i).is("<p>")) {
            return 0;
        }
        int end = afterBlank(i + 1);
        return at(end, piece -> piece.is("</p>")) ? end + 1 - i : 0;
    }

    private int bareTextBeforeEnd(int i, List<Piece> result) {
        if (!pieces.get(i).is("<p>")) {
            return 0;
        }
        int end = i + 1;
        boolean text = false;
        while (at(end, piece -> !piece.isMarkup())) {
            text |= !pieces.get(end).text().isEmpty();
            end++;
        }
        if (!text || !at(end, piece -> ENDS_BARE_TEXT.contains(piece.text()))) {
            return 0;
        }
        result.addAll(pieces.subList(i, end));
        result.add(END);
        result.add(pieces.get(end));
        return end + 1 - i;
    }

    private int wrappedBlock(int i, List<Piece> result) {
        int block = blockAfterStart(i);
        if (block < 0) {
            return 0;
        }
        int end = afterBlank(block + 1);
        if (!at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(pieces.get(block));
        return end + 1 - i;
    }

    private int wrappedListItem(int i, List<Piece> result) {
        if (!pieces.get(i).is("<p>") || !at(i + 1, piece -> piece.startsWith("<li"))) {
            return 0;
        }
        int end = i + 2;
        while (at(end, p -> !p.is("</p>") && (p.isMarkup() || p.text().indexOf('\n') < 0))) {
            end++;
        }
        if (!at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.addAll(pieces.subList(i + 1, end));
        return end + 1 - i;
    }

    private int quoteStart(int i, List<Piece> result) {
        if (!pieces.get(i).is("<p>") || !at(i + 1, piece -> piece.startsWith("<blockquote"))) {
            return 0;
        }
        result.add(pieces.get(i + 1));
        result.add(START);
        return 2;
    }

    private int quoteEnd(int i, List<Piece> result) {
        if (!pieces.get(i).is("</blockquote>") || !at(i + 1, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(END);
        result.add(pieces.get(i));
        return 2;
    }

    private int startBeforeBlock(int i, List<Piece> result) {
        int block = blockAfterStart(i);
        if (block < 0) {
            return 0;
        }
        result.add(pieces.get(block));
        return block + 1 - i;
    }

    private int endAfterBlock(int i, List<Piece> result) {
        if (!pieces.get(i).isBlock()) {
            return 0;
        }
        int end = afterBlank(i + 1);
        if (!at(end, piece -> piece.is("</p>"))) {
            return 0;
        }
        result.add(pieces.get(i));
        return end + 1 - i;
    }

    private int breakAfterBlock(int i, List<Piece> result) {
        if (!pieces.get(i).isBlock()) {
            return 0;
        }
        int lineBreak = afterBlank(i + 1);
        if (!at(lineBreak, piece -> piece.is("<br />"))) {
            return 0;
        }
        result.add(pieces.get(i));
        return lineBreak + 1 - i;
    }

    private int breakBeforeBlock(int i, List<Piece> result) {
        return pieces.get(i).is("<br />")
                        && at(afterBlank(i + 1), p -> p.isBlock() && Piece.begins(p.text(), WITHOUT_BREAK_BEFORE))
                ? 1
                : 0;
    }

    private int blockAfterStart(int i) {
        if (!pieces.get(i).is("<p>")) {
            return -1;
        }
        int block = afterBlank(i + 1);
        return at(block, Piece::isBlock) ? block : -1;
    }

    private void breakLines() {
        join();
        var result = new ArrayList<Piece>(pieces.size() * 2);
        int verbatim = -1;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (i <= verbatim) {
                result.add(piece);
            } else if (piece.isMarkup()) {
                verbatim = endOfVerbatim(i);
                result.add(piece.is("<br>") || piece.is("<br/>") ? BREAK : piece);
            } else {
                breakLines(piece.text(), result);
            }
        }
        pieces = result;
    }

    /** A line break that the author made visible is not made visible twice. */
    private static void breakLines(String text, List<Piece> result) {
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
                result.add(Piece.words(text.substring(done, start)));
                result.add(BREAK);
                result.add(LINE);
                done = end;
            }
            i = end;
        }
        result.add(Piece.words(text.substring(done)));
    }

    private static boolean endsWithBreak(List<Piece> result) {
        return !result.isEmpty() && result.get(result.size() - 1).is("<br />");
    }

    /** The piece that ends an element whose line breaks are kept, or -1. */
    private int endOfVerbatim(int i) {
        for (var name : VERBATIM) {
            if (pieces.get(i).startsWith("<" + name)) {
                return find("</" + name + ">", i + 1);
            }
        }
        return -1;
    }

    private int find(String endTag, int from) {
        if (!missing.contains(endTag)) {
            for (int i = from; i < pieces.size(); i++) {
                if (pieces.get(i).is(endTag)) {
                    return i;
                }
            }
            // Each step goes forward, so that nobody has to look again.
            missing.add(endTag);
        }
        return -1;
    }

    /** The index of the first piece from one on that is not blank text. */
    private int afterBlank(int i) {
        int next = i;
        while (at(next, Piece::isBlankText)) {
            next++;
        }
        return next;
    }

    private boolean at(int i, Predicate<Piece> test) {
        return i < pieces.size() && test.test(pieces.get(i));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
