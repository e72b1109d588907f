package io.masthead.text.content;

import io.masthead.text.ContentFormat;
import io.masthead.text.Footnotes;
import io.masthead.text.PlainText;
import io.masthead.text.TextRules;
import io.masthead.text.wordpress.UnknownShortcodes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Derives an excerpt from content whose author wrote none. */
public final class Excerpt {

    private static final Pattern TEASER_END =
            Pattern.compile("<!--\\s*(?:more\\b|nextpage\\s*-->)", Pattern.CASE_INSENSITIVE);

    /** WordPress takes 55 words, or 110 characters in languages without spaces: a word counts as two. */
    private static final int BUDGET = 110;

    private static final int WORD = 2;

    /** For text with neither blanks nor such characters, or a single endless word. */
    private static final int MAX_LENGTH = 600;

    private static final int MAX_TEASER_LENGTH = 4_000;

    private static final Set<Character.UnicodeScript> WITHOUT_BLANKS = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.BOPOMOFO,
            Character.UnicodeScript.YI);

    private static final Pattern BLANKS = Pattern.compile(" {2,}+");

    private Excerpt() {}

    /**
     * Plain text: up to the author's {@code <!--more-->} or {@code <!--nextpage-->} if there is one, else the
     * first 55 words (or 110 Chinese or Japanese characters), with {@code …} if shortened. Only paragraphs
     * count, and what else is running text: no headings, tables, code, captions, footnotes, addresses alone or
     * shortcodes, and lists only in a text that has nothing else.
     */
    public static String derive(String source, RenderedContent content) {
        var text = text(content);
        var end = TEASER_END.matcher(source);
        if (end.find()) {
            var teaser = teaser(source, end.start(), text);
            if (!teaser.isEmpty()) {
                return shorten(teaser, fitting(teaser, MAX_TEASER_LENGTH));
            }
        }
        return shorten(text, Math.min(firstWords(text), fitting(text, MAX_LENGTH)));
    }

    /** HTML without its footnotes, for callers that make their own excerpts. */
    public static String withoutNotes(String html) {
        return Footnotes.without(html);
    }

    private static String text(RenderedContent content) {
        var words = UnknownShortcodes.remove(PlainText.ofParagraphs(content.html()));
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }

    /** The format is unknown here, but only the right one yields a beginning of the whole text. */
    private static String teaser(String source, int end, String text) {
        var beginning = source.substring(0, end);
        for (var format : List.of(ContentFormat.WORDPRESS, ContentFormat.MARKDOWN)) {
            var notes = format == ContentFormat.MARKDOWN && Footnotes.mayBeIn(beginning)
                    ? Footnotes.stubs(source.substring(end))
                    : "";
            var candidate = text(ContentRenderer.render(beginning + notes, format));
            if (text.startsWith(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    private static int firstWords(String text) {
        int left = BUDGET;
        int i = 0;
        boolean inWord = false;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ' ') {
                inWord = false;
            } else if (WITHOUT_BLANKS.contains(Character.UnicodeScript.of(c))) {
                inWord = false;
                left--;
            } else if (!inWord) {
                inWord = true;
                left -= WORD;
            }
            if (left < 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The end of this many code points, without separating a letter from its marks. */
    private static int fitting(String text, int codePoints) {
        if (TextRules.codePoints(text) <= codePoints) {
            return text.length();
        }
        int end = text.offsetByCodePoints(0, codePoints);
        while (end > 0 && continues(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end;
    }

    private static boolean continues(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static String shorten(String text, int end) {
        return end >= text.length() ? text : text.substring(0, end).strip() + "…";
    }
}
