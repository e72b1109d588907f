package io.masthead.media.type;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether a file is text to its end: the beginning alone would let anything follow. */
final class PlainTextCheck {

    private static final int BUFFER = 64 * 1024;
    private static final int ESCAPE = 0x1b;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private PlainTextCheck() {}

    /**
     * Whether it has no control characters but those of texts, in any encoding that contains ASCII, and does not
     * begin like markup of whatever kind.
     */
    static boolean isText(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.mark(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
                in.reset();
            }
            boolean isBegun = false;
            for (int b = in.read(); b >= 0; b = in.read()) {
                var isLayout = (b >= '\b' && b <= '\r') || b == ESCAPE;
                if ((b < ' ' && !isLayout) || (!isBegun && b == '<')) {
                    return false;
                }
                isBegun |= b > ' ';
            }
            return true;
        }
    }
}
