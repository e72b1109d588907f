package io.masthead.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses the store by the settings. */
class ConfiguredStore {

    @Produces
    @ApplicationScoped
    MediaStore store(StorageConfig config) {
        return new FolderStore(StorageLocation.folder(config.storage()));
    }
}
