package io.masthead.adapter.s3;

import io.masthead.media.storage.StorageLocation;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells the operator at the start what is wrong with the bucket. */
final class S3Probe {

    private static final Logger LOG = Logger.getLogger(S3Probe.class);

    private final StorageLocation.Bucket bucket;
    private final S3Config config;

    S3Probe(StorageLocation.Bucket bucket, S3Config config) {
        this.bucket = bucket;
        this.config = config;
    }

    void run() {
        problem().ifPresent(LOG::error);
    }

    /** A sentence, without secrets; empty if the bucket can be read. */
    Optional<String> problem() {
        try {
            S3Client.bucket(bucket.name(), config).probe(bucket.prefix());
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(sentence(e));
        }
    }

    private String sentence(Exception e) {
        var where = "the bucket %s at %s".formatted(bucket.name(), config.endpoint());
        if (e instanceof S3Exception refusal && refusal.isMissingBucket()) {
            return "There is no bucket %s at %s: create it. Media cannot be uploaded or read until then."
                    .formatted(bucket.name(), config.endpoint());
        }
        if (e instanceof S3Exception refusal && refusal.isForbidden()) {
            return "Access to %s is refused: check MASTHEAD_MEDIA_S3_ACCESS_KEY, MASTHEAD_MEDIA_S3_SECRET_KEY and"
                            .formatted(where)
                    + " MASTHEAD_MEDIA_S3_REGION, and that the key may list the bucket and read, write and delete its"
                    + " objects. Media cannot be uploaded or read until then. (" + e.getMessage() + ")";
        }
        return "Media cannot be uploaded or read, since %s does not answer as it should: %s".formatted(where, e);
    }
}
