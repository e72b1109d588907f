package io.masthead.wp.v2.media;

import io.masthead.wp.rest.WpException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The MD5 of a file as its sender has worked it out, against damage on the way. WordPress takes it in hex;
 * RFC 1864, section 2, in Base64.
 */
final class ContentHash {

    /** As sent; null for none. */
    private final String expected;

    private final MessageDigest digest;

    private ContentHash(String expected) {
        this.expected = expected;
        this.digest = md5();
    }

    /** @param header null where it was not sent */
    static ContentHash of(String header) {
        return new ContentHash(header == null || header.isBlank() ? null : header.strip());
    }

    /** The same bytes, which are counted in while they are read. */
    InputStream over(InputStream bytes) {
        return expected == null ? bytes : new DigestInputStream(bytes, digest);
    }

    /** After all bytes have been read. */
    void requireMatch() {
        if (expected == null) {
            return;
        }
        var found = digest.digest();
        if (!expected.equalsIgnoreCase(HexFormat.of().formatHex(found))
                && !expected.equals(Base64.getEncoder().encodeToString(found))) {
            throw new WpException(412, "rest_upload_hash_mismatch", "Content hash did not match expected.");
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
