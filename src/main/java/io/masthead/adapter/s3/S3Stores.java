package io.masthead.adapter.s3;

import io.masthead.media.storage.BucketStores;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagingFolder;
import io.masthead.media.storage.StorageConfig;
import io.masthead.media.storage.StorageLocation;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the configured bucket. */
@Singleton
class S3Stores implements BucketStores {

    private static final Logger LOG = Logger.getLogger(S3Stores.class);

    private final S3Config config;
    private final StorageConfig storage;
    private final Path uploads;
    private final Clock clock;

    S3Stores(
            S3Config config,
            StorageConfig storage,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") String uploads,
            Clock clock) {
        this.config = config;
        this.storage = storage;
        this.uploads = Path.of(uploads);
        this.clock = clock;
    }

    /** Beside it: a server that cannot be reached now may be in a minute, and everything but media works without. */
    void onStart(@Observes StartupEvent event) {
        if (StorageLocation.of(storage.storage()) instanceof StorageLocation.Bucket bucket) {
            var probe = new Thread(() -> new S3Probe(bucket, config).run(), "s3-probe");
            probe.setDaemon(true);
            probe.start();
        }
    }

    @Override
    public MediaStore open(StorageLocation.Bucket bucket) {
        var staging = new StagingFolder(uploads.resolve("media"));
        try {
            // The daily sweep is another node's, or will be.
            staging.removeOlderThan(clock.instant().minus(S3Sweep.LONGEST_UPLOAD));
        } catch (IOException e) {
            LOG.warnf("Temporary files of media could not be removed: %s", e);
        }
        return new S3Store(S3Client.bucket(bucket.name(), config), bucket.prefix(), staging, config.redirect());
    }
}
