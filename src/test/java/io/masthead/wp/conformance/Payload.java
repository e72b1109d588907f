package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The body of a request, in the bytes that the recorded form of it stands for. */
final class Payload {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");

    /** Files of the same kind as those that were sent, which the recordings name and do not hold. */
    private static final Path FILES = Path.of("src/test/resources/io/masthead/wp/conformance/files");

    private Payload() {}

    /**
     * @param body with ids in place of names
     * @param contentType of which a multipart body takes its boundary
     */
    static byte[] of(JsonNode body, String contentType) {
        if (body.has("json")) {
            return utf8(body.get("json").toString());
        }
        if (body.has("form")) {
            return utf8(body.get("form").asText());
        }
        if (body.has("text")) {
            return utf8(body.get("text").asText());
        }
        if (body.has("file")) {
            return file(body.get("file").asText());
        }
        if (body.has("multipart")) {
            return multipart(body.get("multipart"), contentType);
        }
        throw new IllegalStateException("A body of a kind of its own: " + body);
    }

    private static byte[] multipart(JsonNode parts, String contentType) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IllegalStateException("No boundary in " + contentType);
        }
        var delimiter = "--" + boundary.group(1);
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            var value = part.get(1);
            bytes.writeBytes(utf8(delimiter
                    + "\r\nContent-Disposition: form-data; name=\""
                    + part.get(0).asText()
                    + "\""));
            if (value.isArray()) {
                bytes.writeBytes(utf8("; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(value.get(0).asText(), value.get(1).asText())));
                bytes.writeBytes(file(value.get(2).asText()));
            } else {
                bytes.writeBytes(utf8("\r\n\r\n" + value.asText()));
            }
            bytes.writeBytes(utf8("\r\n"));
        }
        bytes.writeBytes(utf8(delimiter + "--\r\n"));
        return bytes.toByteArray();
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
