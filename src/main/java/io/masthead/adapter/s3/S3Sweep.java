package io.masthead.adapter.s3;

import io.masthead.media.storage.StorageKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Sets objects aside to which nothing refers, deletes those after a month, and removes parts of broken uploads. */
final class S3Sweep {

    /** No upload takes longer, so what is older is not about to get a row. */
    static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(S3Sweep.class);

    /** Time to find out that the bucket belongs to another database. */
    private static final Duration RECOVERABLE = Duration.ofDays(30);

    /** How many keys are compared with the database at a time. */
    private static final int BATCH = 500;

    /** No key begins with a letter. */
    private static final String REMOVED = "removed/";

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final S3Bucket bucket;
    private final String prefix;

    /** @param prefix of all names: empty, or ends with a slash */
    S3Sweep(S3Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** As {@link io.masthead.media.storage.MediaStore#sweep}. */
    int run(Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known) throws IOException {
        removeAbandonedUploads(now.minus(LONGEST_UPLOAD));
        deleteRemoved(dayOf(now.minus(RECOVERABLE)));
        int removed = 0;
        for (var year : bucket.folders(prefix)) {
            if (YEAR.matcher(year).matches()) {
                removed += sweepYear(year, now, known);
            }
        }
        return removed;
    }

    private void removeAbandonedUploads(Instant limit) throws IOException {
        try {
            bucket.removeAbandonedUploads(prefix, limit);
        } catch (IOException e) {
            // Not each server lists them as the client expects, and a key may be allowed everything but that.
            LOG.warnf("Parts of broken uploads are not removed from the bucket %s: %s", bucket.name(), e.getMessage());
        }
    }

    private void deleteRemoved(String before) throws IOException {
        for (var day : bucket.folders(prefix + REMOVED)) {
            if (DAY.matcher(day).matches() && day.compareTo(before) < 0) {
                bucket.visit(prefix + REMOVED + day + '/', object -> bucket.remove(object.name()));
            }
        }
    }

    private int sweepYear(String year, Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known)
            throws IOException {
        var before = now.minus(LONGEST_UPLOAD);
        var batch = new LinkedHashMap<StorageKey, S3Object>();
        var removed = new int[1];
        bucket.visit(prefix + year + '/', object -> {
            // What the server did not make is none of its business.
            StorageKey.of(object.name().substring(prefix.length()))
                    .filter(key -> object.modified().isBefore(before))
                    .ifPresent(key -> batch.put(key, object));
            if (batch.size() == BATCH) {
                removed[0] += removeUnknown(batch, now, known);
                batch.clear();
            }
        });
        return removed[0] + removeUnknown(batch, now, known);
    }

    private int removeUnknown(
            Map<StorageKey, S3Object> batch, Instant now, Function<Collection<StorageKey>, Set<StorageKey>> known)
            throws IOException {
        int removed = 0;
        if (!batch.isEmpty()) {
            var kept = known.apply(List.copyOf(batch.keySet()));
            for (var entry : batch.entrySet()) {
                removed += kept.contains(entry.getKey()) ? 0 : setAside(entry.getKey(), entry.getValue(), now);
            }
        }
        return removed;
    }

    private int setAside(StorageKey key, S3Object listed, Instant now) throws IOException {
        // Again: the same bytes may have been removed and uploaded since they were listed.
        var object = bucket.find(listed.name()).filter(found -> found.modified().isBefore(now.minus(LONGEST_UPLOAD)));
        var target = REMOVED + dayOf(now) + '/' + key.value().replace('/', '-');
        if (object.isEmpty() || !bucket.copy(object.get(), prefix + target)) {
            return 0;
        }
        bucket.remove(listed.name());
        LOG.infof("Nothing refers to the file %s: it is at %s for %d days", key, target, RECOVERABLE.toDays());
        return 1;
    }

    private static String dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
