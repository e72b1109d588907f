package io.masthead.web.form;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.text.ContentDisposition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the parts of a form (multipart/form-data, RFC 7578) in one pass. Fields are kept, of files only where they
 * are, so that a large one takes no memory and is not copied. What cannot be understood ends the form.
 */
public final class FormScan {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\",]{1,200}))");

    /** Of the headers of one part, in bytes. */
    private static final int MAX_HEADERS = 16 * 1024;

    /** The line break before the first boundary may be missing. */
    private static final int LINE_BREAK = 2;

    private final Input in;
    private final byte[] delimiter;
    private final int maxParts;
    private long room;

    private FormScan(InputStream body, String boundary, int maxParts, long maxFields) {
        this.in = new Input(body);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.maxParts = maxParts;
        this.room = maxFields;
    }

    /**
     * @param contentType of the body, with the boundary
     * @param maxParts the form ends after so many
     * @param maxFields of the contents of all fields together, in bytes
     * @return none if there is no boundary
     * @throws CmsException {@link ErrorCode#BODY_TOO_LARGE} for larger fields
     */
    public static List<FormPart> of(InputStream body, String contentType, int maxParts, long maxFields)
            throws IOException {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return List.of();
        }
        var word = Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2));
        return new FormScan(body, word, maxParts, maxFields).parts();
    }

    private List<FormPart> parts() throws IOException {
        var parts = new ArrayList<FormPart>();
        boolean more = readTo(LINE_BREAK, null) && isFollowed();
        for (int read = 0; more && read < maxParts; read++) {
            var headers = headers();
            if (headers == null) {
                return parts;
            }
            var disposition = ContentDisposition.lenientParameters(headers.get("content-disposition"));
            var part = part(disposition, headers.get("content-type"));
            if (part.name() != null && (part.isFile() || part.isComplete())) {
                parts.add(part);
            }
            more = part.isComplete() && isFollowed();
        }
        return parts;
    }

    private FormPart part(Map<String, String> disposition, String contentType) throws IOException {
        var fileName = disposition.get("filename");
        var value = fileName == null ? new ByteArrayOutputStream() : null;
        long start = in.position();
        boolean isComplete = readTo(LINE_BREAK, value);
        long end = in.position() - (isComplete ? delimiter.length : 0);
        return new FormPart(
                disposition.get("name"),
                fileName,
                contentType,
                value == null ? null : value.toString(StandardCharsets.UTF_8),
                start,
                Math.max(0, end - start),
                isComplete);
    }

    /**
     * Reads up to the next delimiter and past it.
     *
     * @param assumed how many bytes of the delimiter are as good as read
     * @param content null to keep nothing
     * @return false if there is none
     */
    private boolean readTo(int assumed, ByteArrayOutputStream content) throws IOException {
        int imagined = assumed;
        int matched = assumed;
        for (int next = in.next(); next >= 0; next = in.next()) {
            if (next == delimiter[matched]) {
                if (++matched == delimiter.length) {
                    return true;
                }
                continue;
            }
            // A line break is nowhere but at the start of the delimiter, so that no other overlap is possible.
            keep(content, imagined, matched);
            imagined = 0;
            matched = next == delimiter[0] ? 1 : 0;
            if (matched == 0) {
                keep(content, next);
            }
        }
        keep(content, imagined, matched);
        return false;
    }

    private void keep(ByteArrayOutputStream content, int from, int to) {
        for (int i = from; i < to; i++) {
            keep(content, delimiter[i]);
        }
    }

    private void keep(ByteArrayOutputStream content, int next) {
        if (content == null) {
            return;
        }
        if (--room < 0) {
            throw new CmsException(ErrorCode.BODY_TOO_LARGE, "The fields of the form are too large.");
        }
        content.write(next);
    }

    /** Whether a part follows the delimiter that was read, and not the end of the form. */
    private boolean isFollowed() throws IOException {
        int first = in.next();
        int second = in.next();
        if (first == '-' && second == '-') {
            return false;
        }
        while (second >= 0 && second != '\n') {
            second = in.next();
        }
        return second >= 0;
    }

    /** By names in lower case; null if they do not end. */
    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        int size = 0;
        var line = new StringBuilder();
        for (int next = in.next(); next >= 0 && ++size <= MAX_HEADERS; next = in.next()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            var header = line.toString().stripTrailing();
            if (header.isEmpty()) {
                return headers;
            }
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            line.setLength(0);
        }
        return null;
    }

    /** Bytes one by one, with their place. */
    private static final class Input {

        private final InputStream bytes;
        private final byte[] buffer = new byte[64 * 1024];
        private int at;
        private int end;
        private long before;

        Input(InputStream bytes) {
            this.bytes = bytes;
        }

        /** -1 at the end. */
        int next() throws IOException {
            if (at == end) {
                before += end;
                at = 0;
                end = Math.max(0, bytes.read(buffer));
                if (end == 0) {
                    return -1;
                }
            }
            return buffer[at++] & 0xff;
        }

        long position() {
            return before + at;
        }
    }
}
