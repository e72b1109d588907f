package io.masthead.imports.wxr;

import java.io.IOException;

/**
 * The file is not a readable WordPress export. The message is one sentence for the user who sent it, and begins
 * with the position.
 */
public class WxrFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    WxrFormatException(Location location, String sentence) {
        this(location, sentence, null);
    }

    WxrFormatException(Location location, String sentence, Throwable cause) {
        super("Line " + location.line() + ", column " + location.column() + ": " + sentence, cause);
        this.line = location.line();
        this.column = location.column();
    }

    public Location location() {
        return new Location(line, column);
    }
}
