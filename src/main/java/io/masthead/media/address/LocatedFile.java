package io.masthead.media.address;

import io.masthead.media.storage.StorageKey;
import java.util.Set;

/**
 * Where the file of an address is kept.
 *
 * @param tags the cache tags of the media item that makes it visible
 */
public record LocatedFile(StorageKey key, Set<String> tags) {}
