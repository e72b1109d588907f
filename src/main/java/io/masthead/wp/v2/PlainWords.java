package io.masthead.wp.v2;

import io.masthead.text.PlainText;

/**
 * Turns text that is plain in the core into what WordPress' clients put into pages as it is, and
 * back: names and descriptions are HTML to them.
 */
public final class PlainWords {

    /** Nothing that may be this long is plain; whoever stores it says how long it may be. */
    private static final int MAX_READ = 100_000;

    private PlainWords() {}

    /** Harmless as HTML. */
    public static String written(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * As WordPress keeps what people say of themselves: on one line, without tags, and harmless as
     * HTML.
     */
    public static String tagless(String text) {
        return written(line(text));
    }

    /** What HTML says, on one line. */
    public static String line(String html) {
        return html.length() > MAX_READ ? html : PlainText.orAsWritten(html);
    }
}
