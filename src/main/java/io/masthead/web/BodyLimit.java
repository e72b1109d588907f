package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Holds bodies to 10 MB, by their Content-Length and while they are read. Multipart bodies are
 * uploads; the server's own limit and the upload's holds for them.
 */
class BodyLimit {

    static final long MAX_BYTES = 10L * 1024 * 1024;

    @ServerRequestFilter
    void limit(ContainerRequestContext request) {
        if (isUpload(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return;
        }
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Counting(request.getEntityStream()));
        }
    }

    // By its text: what is no media type at all cannot be asked for its kind, and is refused later.
    private static boolean isUpload(String contentType) {
        var upload = MediaType.MULTIPART_FORM_DATA;
        return contentType != null
                && contentType.regionMatches(true, 0, upload, 0, upload.length());
    }

    private static CmsException tooLarge() {
        return new CmsException(
                ErrorCode.BODY_TOO_LARGE, "The body may have at most " + MAX_BYTES + " bytes.");
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int bytes) {
            count += bytes;
            if (count > MAX_BYTES) {
                throw tooLarge();
            }
        }
    }
}
