package io.masthead.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** Chooses the store by the settings. */
class ConfiguredStore {

    /** @param buckets created only if it is needed */
    @Produces
    @ApplicationScoped
    MediaStore store(StorageConfig config, Instance<BucketStores> buckets) {
        var location = StorageLocation.of(config.storage());
        return location instanceof StorageLocation.Folder folder
                ? new FolderStore(folder.path())
                : buckets.get().open((StorageLocation.Bucket) location);
    }
}
