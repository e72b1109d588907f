package io.masthead.kernel;

import io.masthead.text.TextRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A position between two rows of an ordered list. Opaque to clients; bound to the query it came from.
 *
 * @param order the sort it belongs to, as {@link Paginator} writes it
 * @param backwards whether it selects the rows before the position
 * @param scope a hash of the filters
 * @param key the sort key of the adjacent row
 * @param id that row's id
 */
public record Cursor(String order, boolean backwards, String scope, String key, long id) {

    private static final String SEPARATOR = "\u001f";
    public static final int MAX_LENGTH = 2_000;

    public String encode() {
        var raw = String.join(SEPARATOR, order, backwards ? "b" : "f", scope, Long.toString(id), key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws CmsException {@link ErrorCode#INVALID_PARAMETER} if it was not made by {@link #encode} */
    public static Cursor decode(String text) {
        try {
            if (text.length() > MAX_LENGTH) {
                throw invalid();
            }
            var raw = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = raw.split(SEPARATOR, 5);
            if (parts.length != 5 || !TextRules.isStorable(raw)) {
                throw invalid();
            }
            return new Cursor(parts[0], parts[1].equals("b"), parts[2], parts[4], Long.parseLong(parts[3]));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A short hash of a set of filters, so that a cursor is not used with others. */
    public static String scopeOf(Object filters) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(filters.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static CmsException invalid() {
        return CmsException.parameter(
                "cursor", "invalid_cursor", "'cursor' must be a 'next' or 'prev' from a response to the same query.");
    }
}
