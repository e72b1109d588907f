package io.masthead.text;

/**
 * Reads WordPress content. Blocks lie between comments ({@code <!-- wp:name {json} -->} and {@code
 * <!-- /wp:name -->}) and are HTML already; what lies outside of any block is classic text.
 */
final class WordPressContent {

    private final String source;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder classic = new StringBuilder();
    private int depth;
    private int classicDepth = -1;

    private WordPressContent(String source) {
        this.source = source;
    }

    /** HTML, not cleaned yet; shortcodes stay as they were written. */
    static String html(String source) {
        MarkupBudget.check(source);
        return new WordPressContent(source).read();
    }

    private String read() {
        int done = 0;
        int close = -1;
        int start = source.indexOf("<!--");
        while (start >= 0) {
            // Many beginnings may share an end, which is looked for but once.
            close = close < start + 4 ? source.indexOf("-->", start + 4) : close;
            if (close < 0) {
                break;
            }
            int next = start + 4;
            if (beginsDelimiter(start + 4)) {
                take(source.substring(done, start));
                cross(source.substring(start + 4, close).strip());
                done = close + 3;
                next = done;
            }
            start = source.indexOf("<!--", next);
        }
        take(source.substring(done));
        flushClassic();
        return html.toString();
    }

    private boolean beginsDelimiter(int from) {
        int i = from;
        while (Character.isWhitespace(source.charAt(i))) {
            i++; // up to the end of the comment at the latest
        }
        return source.startsWith("wp:", i) || source.startsWith("/wp:", i);
    }

    private void cross(String delimiter) {
        if (delimiter.startsWith("/")) {
            depth = Math.max(0, depth - 1);
            if (depth == classicDepth) {
                flushClassic();
                classicDepth = -1;
            }
        } else if (!delimiter.endsWith("/")) {
            if (isClassic() && depth == 0) {
                flushClassic();
            }
            if (classicDepth < 0 && holdsClassicText(delimiter)) {
                classicDepth = depth;
            }
            depth++;
        }
    }

    /** The two blocks whose content is formatted as paragraphs by WordPress itself. */
    private static boolean holdsClassicText(String delimiter) {
        return startsWithName(delimiter, "wp:freeform")
                || startsWithName(delimiter, "wp:core/freeform")
                || startsWithName(delimiter, "wp:shortcode")
                || startsWithName(delimiter, "wp:core/shortcode");
    }

    private static boolean startsWithName(String delimiter, String name) {
        return delimiter.equals(name)
                || (delimiter.startsWith(name) && Character.isWhitespace(delimiter.charAt(name.length())));
    }

    private boolean isClassic() {
        return depth == 0 || classicDepth >= 0;
    }

    private void take(String part) {
        (isClassic() ? classic : html).append(part);
    }

    private void flushClassic() {
        if (!classic.toString().isBlank()) {
            html.append(Paragraphs.of(classic.toString())).append('\n');
        } else {
            html.append(classic);
        }
        classic.setLength(0);
    }
}
