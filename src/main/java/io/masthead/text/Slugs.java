package io.masthead.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Slugs: made from titles, or chosen by a client. */
public final class Slugs {

    /** The longest slug, in code points. */
    public static final int MAX_LENGTH = 200;

    /** What a slug consists of, for messages. */
    public static final String ALLOWED = "1 to " + MAX_LENGTH
            + " letters, digits and signs of any script, hyphens, underscores, dots and quotes, and no hyphen at either end";

    /** The rest is ignored: ordering a long sequence of combining marks is expensive. */
    private static final int MAX_READ = 20 * MAX_LENGTH;

    /** Words that name a feed, an embed or a further part below any URL, as in WordPress. */
    private static final Set<String> RESERVED = Set.of("feed", "rdf", "rss", "rss2", "atom", "embed", "page");

    private Slugs() {}

    /**
     * Lower case; Latin letters without accents, letters and digits of other scripts unchanged (NFC). As in WordPress,
     * quotes and other ASCII punctuation are dropped ({@code Don't} becomes {@code dont}); blanks, hyphens, dots, slashes
     * and signs of other scripts become a single hyphen. Empty if a title has neither letters nor digits.
     */
    public static String from(String title) {
        var letters = decomposed(TextRules.first(title.strip(), MAX_READ));
        var slug = new StringBuilder();
        boolean gap = false;
        int base = -1;
        for (int i = 0; i < letters.length(); ) {
            int c = letters.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                gap = false;
                base = c;
                slug.append(LatinLetters.plain(c));
            } else if (isMark(c) && base >= 0 && !gap) {
                if (!isLatin(base)) {
                    slug.appendCodePoint(c);
                }
            } else if (c == '_' && !slug.isEmpty() && !gap) {
                slug.append('_');
            } else if (ClientSlug.parts(c)) {
                gap = true;
            }
        }
        return cut(Normalizer.normalize(slug, Form.NFC));
    }

    /**
     * The slug that WordPress makes from a client's: percent-encoded letters, digits and symbols such as emoji
     * stay, since WordPress shows them so; unencoded Latin letters lose their accents; underscores stay;
     * blanks, dots and slashes become a hyphen, other punctuation is dropped. Empty if nothing is left.
     */
    public static String ofSent(String sent) {
        return cut(ClientSlug.of(TextRules.first(sent.strip(), MAX_READ)));
    }

    /**
     * As {@link #ofSent(String)}; a client that sends the slug back that it has read changes nothing, even if it is one
     * that WordPress would not make.
     *
     * @param current null for none
     */
    public static String ofSent(String sent, String current) {
        return current != null && (sent.equals(current) || sent.equalsIgnoreCase(encoded(current)))
                ? current
                : ofSent(sent);
    }

    /**
     * Whether a client or an import may choose it: what can stand in an address to the letter. 1 to {@value #MAX_LENGTH}
     * code points of letters, digits and marks of any script and case, of symbols and of punctuation beyond ASCII, of
     * zero-width joiners and non-joiners, and of {@code - _ . ~ ' "}; without a hyphen at either end, and with a letter,
     * digit or symbol.
     */
    public static boolean isValid(String slug) {
        return !slug.isEmpty()
                && TextRules.codePoints(slug) <= MAX_LENGTH
                && !slug.startsWith("-")
                && !slug.endsWith("-")
                && !isMark(slug.codePointAt(0))
                && slug.codePoints().allMatch(Slugs::isKept)
                && slug.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || isSign(c));
    }

    /** Whether WordPress serves something else at this part of a path, so that no slug is made so. */
    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }

    private static boolean isKept(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || "-_.~'\"".indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    /** The slug as part of a URL: WordPress writes its percent-encoding in lower case. */
    public static String encoded(String slug) {
        var encoded = new StringBuilder();
        for (byte b : slug.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** Lower case, with marks separate from their letters. */
    static String decomposed(String text) {
        return Normalizer.normalize(lower(Normalizer.normalize(lower(text), Form.NFKD)), Form.NFKD);
    }

    static boolean isAllowed(int c) {
        return c == '-'
                || c == '_'
                || isMark(c)
                || Character.isDigit(c)
                || (Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isTitleCase(c));
    }

    static boolean isSign(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL && !Character.isUpperCase(c);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isLatin(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static String cut(String slug) {
        if (TextRules.codePoints(slug) <= MAX_LENGTH) {
            return slug;
        }
        int end = slug.offsetByCodePoints(0, MAX_LENGTH);
        // A letter must keep its marks: a shorter slug is better than another word.
        while (end > 0 && isMark(slug.codePointAt(end))) {
            end = slug.offsetByCodePoints(end, -1);
        }
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }
}
