package io.masthead.api.v1.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.masthead.api.v1.http.BodyParser;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The form of an upload.
 *
 * @param file has a file name
 * @param details JSON; null for none
 */
record MediaForm(FormValue file, String details) {

    static final String FILE = "file";
    static final String DETAILS = "details";

    /** In bytes; for a part without a file name, the server refuses more. */
    private static final int MAX_DETAILS = 256 * 1024;

    /** @throws CmsException that names a part which is missing, unknown, given twice or too large */
    static MediaForm of(MultipartFormDataInput form) throws IOException {
        var parts = form.getValues();
        for (var name : parts.keySet()) {
            if (!name.equals(FILE) && !name.equals(DETAILS)) {
                throw CmsException.field(
                        name, "unknown_field", "There is no part '%s'; the parts are: details, file.".formatted(name));
            }
        }
        var file = single(parts, FILE);
        if (file == null || !file.isFileItem()) {
            throw CmsException.field(FILE, "required", "Send the file as the part 'file', with a file name.");
        }
        var details = single(parts, DETAILS);
        return new MediaForm(file, details == null ? null : text(details));
    }

    /**
     * A form that has only the file.
     *
     * @throws CmsException as {@link #of}, and for details
     */
    static MediaForm ofFileAlone(MultipartFormDataInput form) throws IOException {
        var read = of(form);
        if (read.details != null) {
            throw CmsException.field(
                    DETAILS, "unknown_field", "The details stay as they are; change them by a PATCH of the item.");
        }
        return read;
    }

    private static FormValue single(Map<String, Collection<FormValue>> parts, String name) {
        var values = parts.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw CmsException.field(name, "duplicate_field", "The part '%s' may occur only once.".formatted(name));
        }
        return values.isEmpty() ? null : values.iterator().next();
    }

    /** Browsers and other clients send JSON with a file name too, as in {@code form.append(name, blob)}. */
    private static String text(FormValue details) throws IOException {
        if (!details.isFileItem()) {
            return details.getValue();
        }
        try (var bytes = details.getFileItem().getInputStream()) {
            var read = bytes.readNBytes(MAX_DETAILS + 1);
            if (read.length > MAX_DETAILS) {
                throw CmsException.field(
                        DETAILS, "too_long", "The part 'details' may have at most %d bytes.".formatted(MAX_DETAILS));
            }
            return new String(read, UTF_8);
        }
    }

    InputStream open() throws IOException {
        return file.getFileItem().getInputStream();
    }

    /** As the client says, which may be untrue; null if it does not. */
    String mimeType() {
        return file.getHeaders().getFirst("Content-Type");
    }

    /** @throws CmsException that names the detail at fault, or the part */
    MediaInput input(BodyParser parser) throws IOException {
        if (details == null) {
            return MediaInput.NONE;
        }
        try {
            return parser.parse(details.getBytes(UTF_8), MediaInput.class);
        } catch (CmsException e) {
            throw e.errors().stream().allMatch(MediaForm::isAboutWhole) ? unreadable(e) : e;
        }
    }

    private static boolean isAboutWhole(FieldError error) {
        return error.field().isEmpty() || error.code().equals("malformed");
    }

    private static CmsException unreadable(CmsException cause) {
        var code =
                cause.errors().isEmpty() ? "malformed" : cause.errors().get(0).code();
        var detail = "The part 'details' must be a JSON object. " + cause.getMessage();
        return new CmsException(ErrorCode.INVALID_BODY, detail, List.of(new FieldError(DETAILS, code, detail)));
    }
}
