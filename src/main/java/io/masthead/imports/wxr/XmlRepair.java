package io.masthead.imports.wxr;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * XML in which marks are escaped that the author of a text meant as text: a bare {@code &}, {@code <} or {@code
 * ]]>}, and HTML's named entities. WordPress' importer reads such files, since it takes them apart by patterns when
 * its XML parsers refuse them (class-wxr-parser-regex.php of the plug-in wordpress-importer). What XML allows is handed on
 * as it is, so that a well-formed file is read as any parser reads it. Line breaks are neither added nor dropped.
 *
 * <p>Takes linear time, and memory for one element at most, which {@link XmlText} limits.
 */
final class XmlRepair extends Reader {

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String ESCAPED_CDATA_END = "]]]]><![CDATA[>";

    /** The longest name of HTML's entities has 32 characters. */
    private static final int MAX_REFERENCE = 40;

    private static final int BUFFER = 4 * 1024;
    private static final int MAX_NAME = 200;
    private static final int MAX_PENDING = 1_000;
    private static final Pattern CHARACTER = Pattern.compile("#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** Where the reader is. */
    private enum Part {
        TEXT,
        TAG,
        QUOTED,
        CDATA,
        COMMENT,
        INSTRUCTION,
        /** The parser refuses the file. */
        DOCTYPE
    }

    /**
     * Something that was escaped.
     *
     * @param column in the repaired text
     */
    record Repair(int line, int column, String sentence) {}

    private final Reader source;
    private final Deque<Repair> repairs = new ArrayDeque<>();
    private int further;
    private char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean ended;
    private String pending = "";
    private int pendingAt;
    private Part part = Part.TEXT;
    private char quote;
    private char previous;
    private final StringBuilder tag = new StringBuilder();
    private boolean inName;
    /** The name of the innermost open element; empty after an element was closed. */
    private String element = "";

    /** Positions counted from the first character: up to them, ends of CDATA sections have been judged. */
    private long soundUntil;

    private long brokenUntil;
    private long consumed;
    private int line = 1;
    private int column = 1;
    private boolean afterCarriageReturn;

    XmlRepair(Reader source) {
        this.source = source;
    }

    /** The next repair that begins before a position of the parser, which reads ahead; null if there is none. */
    Repair nextBefore(int parsedLine, int parsedColumn) {
        var next = repairs.peek();
        var before = next != null
                && (next.line() < parsedLine || (next.line() == parsedLine && next.column() < parsedColumn));
        return before ? repairs.poll() : null;
    }

    /** The number of repairs that were not kept since the last call, because there were so many. */
    int further() {
        int count = further;
        further = 0;
        return count;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int count = 0;
        while (count < length) {
            if (pendingAt < pending.length()) {
                target[offset + count++] = emitted(pending.charAt(pendingAt++));
            } else if (at < end || (count == 0 && has(0))) {
                long before = consumed;
                prepare();
                if (consumed == before) {
                    previous = buffer[at++];
                    consumed++;
                    target[offset + count++] = emitted(previous);
                }
            } else {
                break;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private char emitted(char c) {
        if (c == '\n' && afterCarriageReturn) {
            afterCarriageReturn = false;
            return c;
        }
        afterCarriageReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    /** Replaces what follows if it has to be; otherwise only takes note of the next character. */
    private void prepare() throws IOException {
        char c = buffer[at];
        switch (part) {
            case TEXT -> text(c);
            case TAG -> tag(c);
            case QUOTED -> {
                if (c == '&') {
                    ampersand();
                } else if (c == quote) {
                    part = Part.TAG;
                }
            }
            case CDATA -> {
                if (c == ']' && isNext(CDATA_END)) {
                    endOfCdata();
                }
            }
            case COMMENT -> endAfter(c, "-->");
            case INSTRUCTION -> endAfter(c, "?>");
            case DOCTYPE -> {
                // Handed on as it is.
            }
        }
    }

    private void text(char c) throws IOException {
        if (c == '&') {
            ampersand();
        } else if (c == ']' && isNext(CDATA_END)) {
            replace(CDATA_END.length(), "]]&gt;", "A bare \"]]>\" was read as text.");
        } else if (c == '<') {
            lessThan();
        }
    }

    private void lessThan() throws IOException {
        if (!has(1)) {
            return;
        }
        char next = buffer[at + 1];
        if (next == '?') {
            copy(2, Part.INSTRUCTION);
        } else if (next == '!') {
            if (isNext("<!--")) {
                copy(4, Part.COMMENT);
            } else if (isNext(CDATA)) {
                copy(CDATA.length(), Part.CDATA);
            } else if (isNext("<!DOCTYPE")) {
                part = Part.DOCTYPE;
            }
        } else if (next == '/' || next == ':' || next == '_' || Character.isLetter(next)) {
            part = Part.TAG;
            tag.setLength(0);
            inName = true;
        } else if (!element.isEmpty()) {
            replace(1, "&lt;", "A bare \"<\" was read as text.");
        }
    }

    private void tag(char c) {
        if (c == '"' || c == '\'') {
            part = Part.QUOTED;
            quote = c;
        } else if (c == '>') {
            boolean opens = previous != '/' && tag.length() < MAX_NAME && tag.charAt(0) != '/';
            element = opens ? tag.toString() : "";
            part = Part.TEXT;
        } else if (inName && (Character.isWhitespace(c) || (c == '/' && tag.length() > 0))) {
            inName = false;
        } else if (inName && tag.length() < MAX_NAME) {
            tag.append(c);
        }
    }

    private void endAfter(char c, String mark) throws IOException {
        if (c == mark.charAt(0) && isNext(mark)) {
            copy(mark.length(), Part.TEXT);
        }
    }

    private void ampersand() throws IOException {
        int length = 1;
        while (length <= MAX_REFERENCE && has(length) && isOfReference(buffer[at + length])) {
            length++;
        }
        if (!has(length)) {
            return; // cut off, as the parser will say
        }
        var name = new String(buffer, at + 1, length - 1);
        if (buffer[at + length] != ';' || length > MAX_REFERENCE) {
            bareAmpersand();
        } else if (name.startsWith("#")) {
            if (!CHARACTER.matcher(name).matches()) {
                bareAmpersand();
            }
        } else if (!isOfXml(name)) {
            var meant = NAME.matcher(name).matches() ? Entities.getByName(name) : "";
            if (meant.isEmpty()) {
                bareAmpersand();
            } else {
                replace(length + 1, escaped(meant), "\"&%s;\" was read as the character of HTML.".formatted(name));
            }
        }
    }

    private void bareAmpersand() {
        replace(1, "&amp;", "A bare \"&\" was read as text.");
    }

    private static boolean isOfReference(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
    }

    private static boolean isOfXml(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }

    /** HTML has several names of the characters that XML reserves, such as AMP. */
    private static String escaped(String meant) {
        return switch (meant) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "\"" -> "&quot;";
            case "'" -> "&apos;";
            case "\n" -> "&#10;";
            case "\t" -> "&#9;";
            default -> meant;
        };
    }

    /**
     * Old exports do not split {@code ]]>} inside a text, so that scripts end their CDATA section early. It ends where XML
     * says, unless what follows up to the end of the element is not well-formed then.
     */
    private void endOfCdata() throws IOException {
        if (element.isEmpty() || consumed < soundUntil || (consumed >= brokenUntil && isSound())) {
            copy(CDATA_END.length(), Part.TEXT);
        } else {
            replace(CDATA_END.length(), ESCAPED_CDATA_END, "A \"]]>\" inside a text was read as text.");
        }
    }

    private boolean isSound() throws IOException {
        int depth = 0;
        for (int i = CDATA_END.length(); has(i); ) {
            if (isAt(i, CDATA_END)) {
                return broken(i);
            }
            if (buffer[at + i] != '<') {
                i++;
            } else if (isAt(i, CDATA)) {
                i = after(i, CDATA_END);
            } else if (isAt(i, "<!--")) {
                i = after(i, "-->");
            } else if (isAt(i, "</")) {
                boolean ours = isAt(i + 2, element) && !isNameAt(i + 2 + element.length());
                if (depth == 0 && ours) {
                    soundUntil = consumed + i;
                    return true;
                }
                if (depth == 0 || ours) {
                    return broken(i);
                }
                depth--;
                i += 2;
            } else if (has(i + 1) && Character.isLetter(buffer[at + i + 1])) {
                i = after(i, ">");
                depth += has(i - 2) && buffer[at + i - 2] != '/' ? 1 : 0;
            } else {
                i++;
            }
        }
        return true; // cut off, as the parser will say
    }

    private boolean broken(int distance) {
        brokenUntil = consumed + distance;
        return false;
    }

    private int after(int from, String mark) throws IOException {
        int i = from;
        while (has(i) && !isAt(i, mark)) {
            i++;
        }
        return i + mark.length();
    }

    private boolean isNameAt(int distance) throws IOException {
        return has(distance)
                && !Character.isWhitespace(buffer[at + distance])
                && buffer[at + distance] != '>'
                && buffer[at + distance] != '/';
    }

    private boolean isNext(String text) throws IOException {
        return isAt(0, text);
    }

    private boolean isAt(int distance, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (!has(distance + i) || buffer[at + distance + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a character at this distance; reads on if need be. */
    private boolean has(int distance) throws IOException {
        if (at == end && buffer.length > BUFFER) {
            buffer = new char[BUFFER]; // it grew to look ahead
            at = 0;
            end = 0;
        }
        while (end - at <= distance && !ended) {
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
            }
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = source.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(read, 0);
        }
        return end - at > distance;
    }

    private void copy(int length, Part next) {
        hand(length, new String(buffer, at, length));
        part = next;
    }

    private void replace(int length, String by, String sentence) {
        if (repairs.size() < MAX_PENDING) {
            repairs.add(new Repair(line, column, sentence));
        } else {
            further++;
        }
        hand(length, by);
    }

    private void hand(int length, String text) {
        pending = text;
        pendingAt = 0;
        at += length;
        consumed += length;
    }

    @Override
    public void close() {
        // The source belongs to the caller.
    }
}
