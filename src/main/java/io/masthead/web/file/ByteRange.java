package io.masthead.web.file;

import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, section 14).
 *
 * @param from the first byte
 * @param length in bytes; negative if no byte of the file is asked for
 */
record ByteRange(long from, long length) {

    private static final ByteRange UNSATISFIABLE = new ByteRange(0, -1);
    private static final Pattern SINGLE = Pattern.compile("(?i)bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /**
     * Null for all of the file: without a range, and for several ranges or other units, which a server may ignore.
     *
     * @param header the header {@code Range}; null if there is none
     */
    static ByteRange of(String header, long size) {
        var parts = header == null ? null : SINGLE.matcher(header);
        if (parts == null || !parts.matches()) {
            return null;
        }
        var first = parts.group(1);
        var last = parts.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return null; // malformed, by section 14.1.1
        }
        return from >= size ? UNSATISFIABLE : new ByteRange(from, Math.min(to, size - 1) - from + 1);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0
                ? UNSATISFIABLE
                : new ByteRange(Math.max(0, size - length), Math.min(length, size));
    }

    boolean isSatisfiable() {
        return length >= 0;
    }

    /** As {@code Content-Range} names it. */
    String header(long size) {
        return isSatisfiable() ? "bytes %d-%d/%d".formatted(from, from + length - 1, size) : "bytes */" + size;
    }
}
