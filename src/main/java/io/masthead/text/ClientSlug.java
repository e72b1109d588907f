package io.masthead.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a slug from one that a WordPress client sends: see {@link Slugs#ofSent}. */
final class ClientSlug {

    private static final Pattern OCTETS = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
    private static final Pattern ENTITY = Pattern.compile("&[#a-zA-Z0-9]{1,32}+;");

    private final StringBuilder slug = new StringBuilder();
    private boolean gap;
    private int base = -1;

    static String of(String sent) {
        var text = ENTITY.matcher(TAG.matcher(sent).replaceAll("")).replaceAll("");
        var made = new ClientSlug();
        var octets = OCTETS.matcher(text);
        int end = 0;
        while (octets.find()) {
            made.typed(text.substring(end, octets.start()));
            made.encoded(octets.group());
            end = octets.end();
        }
        made.typed(text.substring(end));
        return Normalizer.normalize(made.slug, Form.NFC);
    }

    /** Latin letters lose their accents. */
    private void typed(String text) {
        var letters = Slugs.decomposed(text);
        letters.codePoints().forEach(this::typed);
    }

    private void typed(int c) {
        if (Slugs.isMark(c)) {
            if (base >= 0 && !gap && !Slugs.isLatin(base)) {
                slug.appendCodePoint(c);
            }
        } else if (Character.isLetterOrDigit(c)) {
            close(c).append(LatinLetters.plain(c));
        } else {
            other(c);
        }
    }

    /** Percent-encoded characters stay, including accents. */
    private void encoded(String octets) {
        var bytes = HexFormat.of().parseHex(octets.replace("%", ""));
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            gap = true;
            return;
        }
        Normalizer.normalize(text.toString().toLowerCase(Locale.ROOT), Form.NFC)
                .codePoints()
                .forEach(this::encoded);
    }

    private void encoded(int c) {
        if (Slugs.isMark(c)) {
            if (!slug.isEmpty() && !gap) {
                slug.appendCodePoint(c);
            }
        } else if (Character.isLetterOrDigit(c) && Slugs.isAllowed(c)) {
            close(c).appendCodePoint(c);
        } else {
            other(c);
        }
    }

    private void other(int c) {
        if (c == '_' || Slugs.isSign(c)) {
            close(c).appendCodePoint(c);
        } else if (parts(c)) {
            gap = true;
        }
    }

    /** Quotes and other punctuation are dropped: don't becomes dont. */
    static boolean parts(int c) {
        if (c < 0x80) {
            return Character.isWhitespace(c) || c == '-' || c == '.' || c == '/';
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> false;
            default -> true;
        };
    }

    private StringBuilder close(int c) {
        if (gap && !slug.isEmpty()) {
            slug.append('-');
        }
        gap = false;
        base = c;
        return slug;
    }
}
