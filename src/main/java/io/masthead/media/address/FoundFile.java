package io.masthead.media.address;

import java.util.Set;

/** What is at the address of a file. */
public sealed interface FoundFile permits ServedFile, FoundFile.Moved {

    /** The cache tags of what makes it visible to the caller. */
    Set<String> tags();

    /**
     * The file has been replaced.
     *
     * @param path of the file of today
     */
    record Moved(String path, Set<String> tags) implements FoundFile {}
}
