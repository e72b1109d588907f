package io.masthead.imports.files;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The longest part of a text that may be an address, with its escapes resolved: those of JSON, and the character
 * references of HTML for ampersands.
 */
final class WrittenAddress {

    /** The length of a backslash, a u and four digits. */
    private static final int UNICODE = 6;

    private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9A-Fa-f]{4}");
    /** Those that may end an address; with more of them a text is none. */
    private static final int MAX_SOFT = 8;

    private static final String ENDS = "\"'<>`\\^";

    private static final Map<String, Character> REFERENCES = Map.of(
            "&amp;", '&',
            "&#038;", '&',
            "&#38;", '&',
            "&quot;", '"',
            "&#34;", '"',
            "&#034;", '"',
            "&#39;", '\'',
            "&#039;", '\'',
            "&lt;", '<',
            "&gt;", '>');

    private final String decoded;
    private final int[] starts;
    private final boolean complete;

    private WrittenAddress(String decoded, int[] starts, boolean complete) {
        this.decoded = decoded;
        this.starts = starts;
        this.complete = complete;
    }

    /** @param most characters to read */
    static WrittenAddress read(String text, int from, int most) {
        var decoded = new StringBuilder();
        var starts = new int[64];
        int at = from;
        boolean ended = false;
        int soft = 0;
        while (!ended && decoded.length() < most) {
            if (decoded.length() + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[decoded.length()] = at;
            int length = at < text.length() ? length(text, at) : 0;
            char c = length == 0 ? ' ' : character(text, at, length);
            ended = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || ENDS.indexOf(c) >= 0
                    || soft == MAX_SOFT;
            soft += AddressScanner.SOFT.indexOf(c) >= 0 ? 1 : 0;
            if (!ended) {
                decoded.append(c);
                at += length;
            }
        }
        starts[decoded.length()] = at;
        return new WrittenAddress(decoded.toString(), starts, ended);
    }

    /** Whether what is before an offset is a character that JSON escapes. */
    static boolean endsWithEscape(String text, int end) {
        return end >= UNICODE && isEscape(text, end - UNICODE);
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\'
                && ESCAPE.matcher(text)
                        .region(at, Math.min(text.length(), at + UNICODE))
                        .matches();
    }

    /** How many characters of the text stand for the one at an offset. */
    private static int length(String text, int at) {
        char c = text.charAt(at);
        if (c == '\\') {
            return text.startsWith("\\/", at) ? 2 : isEscape(text, at) ? UNICODE : 1;
        }
        if (c == '&') {
            for (var reference : REFERENCES.keySet()) {
                if (text.startsWith(reference, at)) {
                    return reference.length();
                }
            }
        }
        return 1;
    }

    private static char character(String text, int at, int length) {
        if (length == 1) {
            return text.charAt(at);
        }
        if (length == 2) {
            return '/';
        }
        return text.charAt(at) == '&'
                ? REFERENCES.get(text.substring(at, at + length))
                : (char) Integer.parseInt(text.substring(at + 2, at + UNICODE), 16);
    }

    /** Without its scheme. */
    String decoded() {
        return decoded;
    }

    /** Where in the text a decoded character begins, or the end if there are no more. */
    int at(int index) {
        return starts[index];
    }

    /** Whether it ends where it was read to. */
    boolean isComplete() {
        return complete;
    }
}
