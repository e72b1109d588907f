package io.masthead.adapter.s3;

import io.masthead.media.storage.FileSource;
import io.masthead.media.storage.LocalFile;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StagingFolder;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.storage.UnreadableBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps each file as an object of the same name; only what is still arriving is on this machine. */
final class S3Store implements MediaStore {

    /** Within it a reader must begin to read; some readers keep a page open and play its video later. */
    private static final Duration URL_VALIDITY = Duration.ofMinutes(10);

    private final S3Bucket bucket;
    private final String prefix;
    private final StagingFolder staging;
    private final boolean redirect;
    private final S3Sweep sweep;

    /**
     * @param prefix of all names: empty, or ends with a slash
     * @param redirect whether readers may be sent to the bucket
     */
    S3Store(S3Bucket bucket, String prefix, StagingFolder staging, boolean redirect) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.staging = staging;
        this.redirect = redirect;
        this.sweep = new S3Sweep(bucket, prefix);
    }

    @Override
    public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
        return staging.receive(bytes, maxBytes);
    }

    @Override
    public <E extends Exception> StagedFile rewrite(StagedFile file, Rewriting<E> rewriting) throws IOException, E {
        return staging.rewrite(file, rewriting);
    }

    @Override
    public boolean keep(StagedFile file, StorageKey key) throws IOException {
        return bucket.put(name(key), file.path(), file.size());
    }

    @Override
    public Optional<FileSource> find(StorageKey key) {
        return Optional.of(new Source(name(key)));
    }

    @Override
    public Optional<LocalFile> open(StorageKey key) throws IOException {
        var object = bucket.find(name(key));
        if (object.isEmpty()) {
            return Optional.empty();
        }
        try (var bytes = bucket.read(object.get().name(), 0, object.get().size())) {
            return Optional.of(new Copy(receive(bytes, object.get().size())));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it was removed at this moment
        } catch (UnreadableBodyException e) {
            throw new IOException("A file could not be read from the bucket", e.getCause()); // no client's fault
        }
    }

    /** Exists until it is closed. */
    private record Copy(StagedFile file) implements LocalFile {

        @Override
        public Path path() {
            return file.path();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    @Override
    public void remove(StorageKey key) throws IOException {
        bucket.remove(name(key));
    }

    @Override
    public int sweep(Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known) throws IOException {
        staging.removeOlderThan(now.minus(S3Sweep.LONGEST_UPLOAD));
        return sweep.run(now, known);
    }

    private String name(StorageKey key) {
        return prefix + key;
    }

    private final class Source implements FileSource.Remote {

        private final String object;

        Source(String object) {
            this.object = object;
        }

        @Override
        public InputStream read(long from, long length) throws IOException {
            return bucket.read(object, from, length);
        }

        @Override
        public Optional<URI> temporaryUrl(String mimeType, String disposition) {
            return redirect
                    ? Optional.of(bucket.temporaryUrl(
                            object,
                            URL_VALIDITY,
                            Map.of("response-content-type", mimeType, "response-content-disposition", disposition)))
                    : Optional.empty();
        }
    }
}
