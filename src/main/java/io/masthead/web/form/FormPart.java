package io.masthead.web.form;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a form: a field or a file.
 *
 * @param fileName as the client says; null for a field
 * @param contentType as the client says; null if it does not
 * @param value of a field; null for a file
 * @param start where its content begins in the body, in bytes
 * @param length of its content, in bytes
 * @param isComplete whether its end was reached
 */
public record FormPart(
        String name, String fileName, String contentType, String value, long start, long length, boolean isComplete) {

    public boolean isFile() {
        return fileName != null;
    }

    /**
     * Its content.
     *
     * @param body at its start; closed with the result
     */
    public InputStream in(InputStream body) throws IOException {
        body.skipNBytes(start);
        return new PartInputStream(body, length);
    }
}
