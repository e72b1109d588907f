package io.masthead.media.address;

import io.masthead.media.rendition.RenditionQuery;
import io.masthead.media.storage.StorageKey;

/** What a request for a file names. */
public sealed interface FileAddress {

    /** A file by its key, which names the content. */
    record Stored(StorageKey key) implements FileAddress {}

    /** An image by the id of its media item, in a size. */
    record Resized(RenditionQuery query) implements FileAddress {}

    /**
     * A file by the path that it had at the site that an import came from.
     *
     * @param path as of {@link FormerPath}
     */
    record Former(String path) implements FileAddress {}
}
