package io.masthead.text.wordpress;

import java.util.List;
import java.util.Set;

/**
 * Typographic punctuation as in WordPress, as numeric entities: quotes, dashes, ellipses, multiplication signs
 * and lone ampersands. Tags, comments, known shortcodes and code stay unchanged.
 */
final class Typography {

    private static final Set<String> LITERAL = Set.of("pre", "code", "kbd", "style", "script", "tt");

    /** English words that begin with an apostrophe, which looks like an opening quote. */
    private static final List<String> CLIPPED = List.of(
            "'tain't", "'twere", "'twas", "'tis", "'twill", "'til", "'bout", "'nuff", "'round", "'cause", "'em");

    private Typography() {}

    static String of(String html) {
        return HtmlTextRewriter.rewrite(html, LITERAL, Typography::words, Typography::ampersands);
    }

    /** Escapes each {@code &} that begins no entity. */
    static String ampersands(String text) {
        int i = text.indexOf('&');
        if (i < 0) {
            return text;
        }
        var result = new StringBuilder(text.length() + 16);
        int done = 0;
        for (; i >= 0; i = text.indexOf('&', i + 1)) {
            if (!beginsEntity(text, i)) {
                result.append(text, done, i).append("&#038;");
                done = i + 1;
            }
        }
        return result.append(text, done, text.length()).toString();
    }

    private static boolean beginsEntity(String text, int ampersand) {
        int i = ampersand + 1;
        int start = i;
        if (text.startsWith("#x", i) || text.startsWith("#X", i)) {
            start = i + 2;
            i = skip(text, start, "0123456789abcdef", Integer.MAX_VALUE);
        } else if (text.startsWith("#", i)) {
            start = i + 1;
            i = skip(text, start, "0123456789", Integer.MAX_VALUE);
        } else {
            i = skip(text, start, "abcdefghijklmnopqrstuvwxyz1234", 8);
        }
        return i > start && i < text.length() && text.charAt(i) == ';';
    }

    private static int skip(String text, int from, String letters, int max) {
        int i = from;
        while (i < text.length() && i - from < max && letters.indexOf(Character.toLowerCase(text.charAt(i))) >= 0) {
            i++;
        }
        return i;
    }

    private static String words(String text) {
        var shortcodes = Shortcodes.TAG.matcher(text);
        var result = new StringBuilder();
        int done = 0;
        while (shortcodes.find()) {
            result.append(run(text.substring(done, shortcodes.start())));
            result.append(shortcodes.group());
            done = shortcodes.end();
        }
        return result.append(run(text.substring(done))).toString();
    }

    private static String run(String text) {
        if (text.isBlank()) {
            return text;
        }
        var result = text.replace("...", "&#8230;")
                .replace("``", "&#8220;")
                .replace("''", "&#8221;")
                .replace(" (tm)", " &#8482;");
        if (result.indexOf('\'') >= 0) {
            for (var word : CLIPPED) {
                result = result.replace(word, word.replace("'", "&#8217;"));
            }
        }
        return ampersands(times(dashes(QuoteMarks.doubled(QuoteMarks.single(result)))));
    }

    /**
     * Three hyphens are an em dash, two an en dash, one between blanks an en dash, two between blanks an em
     * dash.
     */
    private static String dashes(String text) {
        int start = text.indexOf('-');
        if (start < 0) {
            return text;
        }
        var result = new StringBuilder(text.length() + 16);
        int done = 0;
        while (start >= 0) {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) == '-') {
                end++;
            }
            result.append(text, done, start).append("&#8212;".repeat((end - start) / 3));
            result.append(dash(text, start, end));
            done = end;
            start = text.indexOf('-', end);
        }
        return result.append(text, done, text.length()).toString();
    }

    /** The output for the hyphens that remain after each three have become an em dash. */
    private static String dash(String text, int start, int end) {
        boolean apart = end - start < 3
                && (start == 0 || Spacing.endsAt(text, start))
                && (end == text.length() || Spacing.beginsAt(text, end));
        return switch ((end - start) % 3) {
            case 1 -> apart ? "&#8211;" : "-";
            case 2 -> {
                // xn-- begins an internationalised domain name.
                boolean domain = end - start == 2 && Spacing.endsWith(text, start, "xn");
                yield apart ? "&#8212;" : domain ? "--" : "&#8211;";
            }
            default -> "";
        };
    }

    /** 9x9, but not 0x99, which is a number in code. */
    private static String times(String text) {
        int x = text.indexOf('x', 1);
        if (x < 0) {
            return text;
        }
        var result = new StringBuilder(text.length() + 16);
        int done = 0;
        int lastBefore = 0;
        for (; x >= 0; x = text.indexOf('x', x + 1)) {
            if (numberBefore(text, x, lastBefore) && numberAfter(text, x)) {
                result.append(text, done, x).append("&#215;");
                done = x + 1;
            }
            lastBefore = x + 1;
        }
        return result.append(text, done, text.length()).toString();
    }

    private static boolean numberBefore(String text, int x, int from) {
        for (int i = x - 1; i >= from && isNumeric(text.charAt(i)); i--) {
            char c = text.charAt(i);
            boolean begins = i == 0 || !isWord(text.charAt(i - 1));
            if (begins && isDigit(c) && (c != '0' || i < x - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean numberAfter(String text, int x) {
        int i = x + 1;
        if (i == text.length() || !isDigit(text.charAt(i))) {
            return false;
        }
        while (i < text.length() && isNumeric(text.charAt(i))) {
            if (!isDigit(text.charAt(i))) {
                return true;
            }
            i++;
        }
        return i == text.length() || !isWord(text.charAt(i));
    }

    private static boolean isNumeric(char c) {
        return isDigit(c) || c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
