package io.masthead.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HexFormat;
import java.util.Locale;

/** Slugs: made from titles, or chosen by a client. */
public final class Slugs {

    /** The longest slug, in code points. */
    public static final int MAX_LENGTH = 200;

    /** The rest is ignored: ordering a long sequence of combining marks is expensive. */
    private static final int MAX_READ = 20 * MAX_LENGTH;

    private Slugs() {}

    /**
     * Lower case; Latin letters without accents, letters and digits of other scripts unchanged (NFC),
     * everything else as a single hyphen; empty if a title has neither letters nor digits.
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
            } else if (Character.getType(c) != Character.FORMAT) {
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
     * Whether a client may choose it: 1 to {@value #MAX_LENGTH} code points of lower-case letters, digits and
     * marks of any script (NFC), symbols such as emoji, hyphens and underscores, without a hyphen at either
     * end.
     */
    public static boolean isValid(String slug) {
        return isWellFormed(slug) && slug.codePoints().allMatch(c -> isAllowed(c) || isSign(c));
    }

    private static boolean isWellFormed(String slug) {
        return !slug.isEmpty()
                && TextRules.codePoints(slug) <= MAX_LENGTH
                && !slug.startsWith("-")
                && !slug.endsWith("-")
                && !isMark(slug.codePointAt(0))
                && Normalizer.isNormalized(slug, Form.NFC);
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
