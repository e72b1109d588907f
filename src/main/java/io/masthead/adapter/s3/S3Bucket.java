package io.masthead.adapter.s3;

import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One bucket: requests that wait for their answers, with the exceptions of a store. */
final class S3Bucket {

    private static final Logger LOG = Logger.getLogger(S3Bucket.class);

    /** Only if nothing has the name yet. */
    static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    static final String ANY_TYPE = "application/octet-stream";

    /** Larger files are sent in parts of at least this size; the protocol allows 5 GB at once. */
    static final long PART = 64L << 20;

    /** The most that the protocol copies in one request. */
    private static final long COPIED_AT_ONCE = 5L << 30;

    private final MinioAsyncClient client;
    private final MinioAsyncClient reader;
    private final String name;

    /** Whether the server knows conditional writes. */
    private volatile boolean isConditional = true;

    /** @param reader gives up earlier, since readers do */
    S3Bucket(MinioAsyncClient client, MinioAsyncClient reader, String name) {
        this.client = client;
        this.reader = reader;
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<S3Object> find(String object) throws IOException {
        try {
            var found = S3Calls.await(() -> client.statObject(
                    StatObjectArgs.builder().bucket(name).object(object).build()));
            return Optional.of(
                    new S3Object(object, found.size(), found.lastModified().toInstant()));
        } catch (S3Exception e) {
            if (e.isMissingObject()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Stores a file durably. Never overwrites, if the server knows conditional writes; on others two nodes could still
     * meet within one request.
     *
     * @return false if the name is taken
     */
    boolean put(String object, Path file, long size) throws IOException {
        if (find(object).isPresent()) {
            return false;
        }
        try {
            put(object, file, size, isConditional ? IF_ABSENT : Map.of());
            return true;
        } catch (S3Exception e) {
            if (e.isTaken()) {
                return false;
            }
            if (!isConditional || !e.isUnsupported()) {
                throw e;
            }
        }
        LOG.warnf("The S3 server of the bucket %s knows no conditional writes: files are looked for before", name);
        isConditional = false;
        put(object, file, size, Map.of());
        return true;
    }

    private void put(String object, Path file, long size, Map<String, String> condition) throws IOException {
        if (size > PART) {
            new MultipartUpload(client, name, object).send(file, size, condition);
            return;
        }
        var args = UploadObjectArgs.builder()
                .bucket(name)
                .object(object)
                .filename(file.toString(), PART)
                .contentType(ANY_TYPE)
                .extraHeaders(condition)
                .build();
        S3Calls.await(() -> client.uploadObject(args));
    }

    /** @throws NoSuchFileException if there is no such object */
    InputStream read(String object, long from, long length) throws IOException {
        try {
            var found = S3Calls.await(() -> reader.getObject(GetObjectArgs.builder()
                    .bucket(name)
                    .object(object)
                    .offset(from)
                    .length(length)
                    .build()));
            if (from > 0 && found.headers().get("Content-Range") == null) {
                found.close();
                throw new IOException("The S3 server ignores ranges");
            }
            return found;
        } catch (S3Exception e) {
            if (e.isMissingObject()) {
                throw new NoSuchFileException(object);
            }
            throw e;
        }
    }

    /** Nothing happens if there is no such object. */
    void remove(String object) throws IOException {
        try {
            S3Calls.await(() -> client.removeObject(
                    RemoveObjectArgs.builder().bucket(name).object(object).build()));
        } catch (S3Exception e) {
            if (!e.isMissingObject()) {
                throw e;
            }
        }
    }

    /** Within the server. @return false if the object is gone */
    boolean copy(S3Object object, String target) throws IOException {
        try {
            if (object.size() > COPIED_AT_ONCE) {
                var source = ComposeSource.builder()
                        .bucket(name)
                        .object(object.name())
                        .build();
                S3Calls.await(() -> client.composeObject(ComposeObjectArgs.builder()
                        .bucket(name)
                        .object(target)
                        .sources(List.of(source))
                        .build()));
            } else {
                var source =
                        CopySource.builder().bucket(name).object(object.name()).build();
                S3Calls.await(() -> client.copyObject(CopyObjectArgs.builder()
                        .bucket(name)
                        .object(target)
                        .source(source)
                        .build()));
            }
            return true;
        } catch (S3Exception e) {
            if (e.isMissingObject()) {
                return false;
            }
            throw e;
        }
    }

    /** Receives objects of a listing. */
    interface Visitor {

        void visit(S3Object object) throws IOException;
    }

    /** Visits all objects whose names begin with the prefix, of which a thousand are in memory at a time. */
    void visit(String prefix, Visitor visitor) throws IOException {
        var args = ListObjectsArgs.builder()
                .bucket(name)
                .prefix(prefix)
                .recursive(true)
                .build();
        for (var listed : client.listObjects(args)) {
            var item = item(listed);
            visitor.visit(new S3Object(
                    item.objectName(), item.size(), item.lastModified().toInstant()));
        }
    }

    /** The names between the prefix, which is empty or ends with a slash, and the next slash. */
    List<String> folders(String prefix) throws IOException {
        var folders = new ArrayList<String>();
        for (var listed : client.listObjects(
                ListObjectsArgs.builder().bucket(name).prefix(prefix).build())) {
            var item = item(listed);
            if (item.isDir()) {
                folders.add(item.objectName().substring(prefix.length()).replaceFirst("/$", ""));
            }
        }
        return folders;
    }

    /** Fails as each other request would. */
    void probe(String prefix) throws IOException {
        var args =
                ListObjectsArgs.builder().bucket(name).prefix(prefix).maxKeys(1).build();
        var found = client.listObjects(args).iterator();
        if (found.hasNext()) {
            item(found.next());
        }
    }

    private static Item item(Result<Item> listed) throws IOException {
        try {
            return listed.get();
        } catch (MinioException | GeneralSecurityException e) {
            throw S3Calls.failure(e);
        }
    }

    /** Removes the parts of uploads that began before and were never completed. */
    void removeAbandonedUploads(String prefix, Instant limit) throws IOException {
        MultipartUpload.removeAbandoned(client, name, prefix, limit);
    }

    /** A signed URL by which anybody can read the object for a while. Does not wait. */
    URI temporaryUrl(String object, Duration validity, Map<String, String> parameters) {
        try {
            return URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Method.GET)
                    .bucket(name)
                    .object(object)
                    .expiry(Math.toIntExact(validity.toSeconds()))
                    .extraQueryParams(parameters)
                    .build()));
        } catch (MinioException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A signature needs nothing that could fail", e);
        }
    }
}
