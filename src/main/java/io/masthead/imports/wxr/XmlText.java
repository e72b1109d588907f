package io.masthead.imports.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The characters of an XML file: decoded strictly, repaired where real exports are invalid, and counted, so
 * that no part of a file can fill the memory.
 */
final class XmlText extends Reader {

    /** The maximum of an item with its comments and fields; 64 MB of memory. */
    static final int MAX_ITEM = 32 * 1024 * 1024;

    /**
     * The maximum of a value. Smaller than an item, because the JDK's parser keeps a whole CDATA section in a
     * buffer that doubles as it grows.
     */
    static final int MAX_VALUE = 16 * 1024 * 1024;

    private static final int HEAD = 1024;
    private static final int TAIL = 64;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Pattern CLOSED = Pattern.compile("</(\\w+:)?rss\\s*>\\s*$");

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private final CharBuffer chars = CharBuffer.allocate(16 * 1024).limit(0);

    private boolean noMoreBytes;
    private boolean started;
    private boolean ended;
    private boolean afterCarriageReturn;
    private int line = 1;
    private int column = 1;
    private int skippedLines;
    private int skippedColumns;
    private long handedOut;
    private long endOfItem = MAX_ITEM;
    private long endOfValue = MAX_VALUE;
    private String tail = "";

    XmlText(InputStream in) throws IOException {
        this.in = in;
        byte[] head = in.readNBytes(HEAD);
        this.decoder = charset(head)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.put(head).flip();
    }

    private static Charset charset(byte[] head) throws WxrFormatException {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0x00, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        var declaration = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declaration.find() ? declared(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset declared(String name) throws WxrFormatException {
        try {
            var charset = Charset.forName(name);
            // The declaration was read as ASCII, so an encoding that writes it differently (UTF-16 in a
            // re-saved file) is wrong. UTF-8 is checked as it is read.
            return "<?xml".equals(new String("<?xml".getBytes(StandardCharsets.US_ASCII), charset))
                    ? charset
                    : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw new WxrFormatException(
                    new Location(1, 1), "The file declares the unknown encoding \"" + name + "\".", e);
        }
    }

    private static boolean startsWith(byte[] head, int... expected) {
        if (head.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Resets the limit for the next item. */
    void beginItem() {
        endOfItem = handedOut + MAX_ITEM;
        beginValue();
    }

    /** Resets the limit for the next value. */
    void beginValue() {
        endOfValue = handedOut + MAX_VALUE;
    }

    /** Converts a position of the parser into a position in the file. */
    Location locate(int parsedLine, int parsedColumn) {
        // The parser returns -1 for an unknown position.
        int knownLine = Math.max(parsedLine, 1);
        int knownColumn = Math.max(parsedColumn, 1);
        return new Location(knownLine + skippedLines, knownLine == 1 ? knownColumn + skippedColumns : knownColumn);
    }

    /**
     * Whether the error at this position is due to a file that ends there, or within the tag that begins there,
     * before its root element was closed.
     */
    boolean isCutOffAt(Location location) {
        if (!ended || location.line() < line || CLOSED.matcher(tail).find()) {
            return false;
        }
        int left = Math.max(column - location.column(), 0);
        return left <= tail.length() && tail.indexOf('>', tail.length() - left) < 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (handedOut > endOfItem || handedOut > endOfValue) {
            throw tooLong();
        }
        int count = 0;
        while (count == 0 && length > 0) {
            if (!chars.hasRemaining() && !fill()) {
                ended = true;
                return -1;
            }
            while (count < length && chars.hasRemaining()) {
                char c = chars.get();
                advance(c);
                if (isWanted(c)) {
                    target[offset + count++] = c;
                }
            }
        }
        handedOut += count;
        keepTail(target, offset, count);
        return count;
    }

    private WxrFormatException tooLong() {
        boolean value = handedOut > endOfValue;
        return new WxrFormatException(
                new Location(line, column),
                value
                        ? "A single text is longer than %,d characters, which is the limit.".formatted(MAX_VALUE)
                        : "An item with its comments and fields is longer than %,d characters, which is the limit."
                                .formatted(MAX_ITEM));
    }

    /**
     * Leading blanks and byte order marks are skipped, since themes and plug-ins that print a stray newline put
     * it before the XML declaration, where XML forbids it. Control characters that XML 1.0 forbids are dropped:
     * WordPress exports them as they were pasted, browsers do not show them, and refusing a whole archive for
     * one of them helps nobody.
     */
    private boolean isWanted(char c) {
        if (!started) {
            started = c != '\uFEFF' && c != ' ' && c != '\t' && c != '\n' && c != '\r';
            if (!started) {
                skippedLines = line - 1;
                skippedColumns = column - 1;
                return false;
            }
        }
        return c >= ' ' ? c < '\uFFFE' : c == '\n' || c == '\t' || c == '\r';
    }

    private void advance(char c) {
        if (c == '\n' && afterCarriageReturn) {
            afterCarriageReturn = false;
            return;
        }
        afterCarriageReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else if (c != '\uFEFF' || started) {
            column++;
        }
    }

    private void keepTail(char[] target, int offset, int count) {
        int kept = Math.min(count, TAIL);
        var joined = tail + new String(target, offset + count - kept, kept);
        tail = joined.substring(Math.max(0, joined.length() - TAIL));
    }

    private boolean fill() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            var result = decoder.decode(bytes, chars, noMoreBytes);
            if (chars.position() > 0) {
                break; // an error after these characters occurs again, with its own position
            }
            if (result.isError()) {
                refuse(result);
                break;
            }
            if (noMoreBytes) {
                break;
            }
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            noMoreBytes = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void refuse(CoderResult result) throws WxrFormatException {
        if (noMoreBytes && bytes.remaining() <= result.length()) {
            return; // truncated within a character: the parser reports the end of the file
        }
        throw new WxrFormatException(
                new Location(line, column),
                "The file is not valid %s, which is its encoding by its declaration or by default."
                        .formatted(decoder.charset().name()));
    }

    @Override
    public void close() {
        // The stream belongs to the caller.
    }
}
