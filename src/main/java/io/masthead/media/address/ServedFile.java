package io.masthead.media.address;

import io.masthead.media.storage.FileSource;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stored file, to be sent.
 *
 * @param name for those who save it
 * @param isInline whether browsers may show it
 * @param size in bytes
 * @param sha256 in hex
 * @param source where its bytes are
 * @param tags the cache tags of what makes it visible to the caller
 */
public record ServedFile(
        String name, String mimeType, boolean isInline, long size, String sha256, FileSource source, Set<String> tags)
        implements FoundFile {

    /** The same at a place in the store. */
    public ServedFile at(FileSource where) {
        return new ServedFile(name, mimeType, isInline, size, sha256, where, tags);
    }

    /** The same with further cache tags. */
    public ServedFile taggedWith(Set<String> others) {
        var all = new TreeSet<>(tags);
        all.addAll(others);
        return new ServedFile(name, mimeType, isInline, size, sha256, source, all);
    }
}
