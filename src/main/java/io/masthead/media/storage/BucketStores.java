package io.masthead.media.storage;

/** Opens stores on other servers. Whoever speaks with those servers implements it. */
public interface BucketStores {

    /** Does not speak with the server yet. */
    MediaStore open(StorageLocation.Bucket bucket);
}
