package io.masthead.adapter.s3;

import com.google.common.collect.Multimaps;
import io.masthead.media.storage.StorageKey;
import io.minio.MinioAsyncClient;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A large file, sent in parts. The object appears at once and whole when the last part is there. The client can do
 * this by itself, but not on the condition that the name is free.
 */
final class MultipartUpload {

    private static final Logger LOG = Logger.getLogger(MultipartUpload.class);

    /** By the protocol. */
    private static final int MAX_PARTS = 10_000;

    private static final int LISTED_AT_ONCE = 1_000;

    private final MinioAsyncClient client;
    private final String bucket;
    private final String object;

    MultipartUpload(MinioAsyncClient client, String bucket, String object) {
        this.client = client;
        this.bucket = bucket;
        this.object = object;
    }

    /** One part after another, from the disk. What was sent is removed after a failure. */
    void send(Path file, long size, Map<String, String> condition) throws IOException {
        var id = S3Calls.await(() -> client.createMultipartUploadAsync(bucket, null, object, null, null))
                .result()
                .uploadId();
        try {
            var parts = parts(file, size, id);
            S3Calls.await(() -> client.completeMultipartUploadAsync(
                    bucket, null, object, id, parts, Multimaps.forMap(condition), null));
        } catch (IOException | RuntimeException e) {
            abort(id);
            throw e;
        }
    }

    private Part[] parts(Path file, long size, String id) throws IOException {
        long length = Math.max(S3Bucket.PART, size / MAX_PARTS + 1);
        var parts = new Part[Math.toIntExact((size - 1) / length + 1)];
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            for (int i = 0; i < parts.length; i++) {
                long from = i * length;
                int number = i + 1;
                bytes.seek(from);
                var sent = S3Calls.await(() -> client.uploadPartAsync(
                        bucket, null, object, bytes, Math.min(length, size - from), id, number, null, null));
                parts[i] = new Part(number, sent.etag());
            }
        }
        return parts;
    }

    private void abort(String id) {
        try {
            S3Calls.await(() -> client.abortMultipartUploadAsync(bucket, null, object, id, null, null));
        } catch (IOException e) {
            LOG.warnf("The parts of %s could not be removed; a later sweep removes them: %s", object, e.getMessage());
        }
    }

    /** Removes the parts of uploads that began before, which a crash has left. */
    static void removeAbandoned(MinioAsyncClient client, String bucket, String prefix, Instant limit)
            throws IOException {
        var found = S3Calls.await(() -> client.listMultipartUploadsAsync(
                        bucket, null, null, null, null, LISTED_AT_ONCE, prefix, null, null, null))
                .result();
        // What is beyond the first thousand is left to the next day.
        for (var upload : found.uploads()) {
            // Those of other programs are none of the server's business.
            var isOwn = StorageKey.of(upload.objectName().substring(prefix.length()))
                    .isPresent();
            if (isOwn && upload.initiated().toInstant().isBefore(limit)) {
                S3Calls.await(() -> client.abortMultipartUploadAsync(
                        bucket, null, upload.objectName(), upload.uploadId(), null, null));
            }
        }
    }
}
