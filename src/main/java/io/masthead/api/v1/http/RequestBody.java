package io.masthead.api.v1.http;

import io.masthead.kernel.RequestKey;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Keeps the hash of the request body, by which a repeated request is recognised. */
@RequestScoped
public class RequestBody {

    private String hash = "";

    void read(byte[] bytes) {
        hash = HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Reads a file and its options; null for none. */
    public void read(Path file, String options) throws IOException {
        var digest = sha256();
        digest.update(String.valueOf(options).getBytes(StandardCharsets.UTF_8));
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        hash = HexFormat.of().formatHex(digest.digest());
    }

    /** Reads what identifies a body of which a file is a part, such as the hash of the file; null for none. */
    public void read(List<String> parts) {
        var digest = sha256();
        for (var part : parts) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        hash = HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * @param idempotencyKey as the client sent it, null where it sent none
     */
    public RequestKey key(String idempotencyKey, String operation) {
        return idempotencyKey == null ? null : new RequestKey(idempotencyKey, operation, hash);
    }
}
