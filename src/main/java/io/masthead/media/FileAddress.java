package io.masthead.media;

import io.masthead.media.rendition.RenditionQuery;
import io.masthead.media.storage.StorageKey;

/** What an address below {@code /media/} means. */
public sealed interface FileAddress {

    /** A file by its key, which names the content. */
    record Stored(StorageKey key) implements FileAddress {}

    /** An image by the id of its media item, in a size. */
    record Resized(RenditionQuery query) implements FileAddress {}
}
