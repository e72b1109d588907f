package io.masthead.media.storage;

import java.nio.file.Path;

/** A stored file that programs can read by its path until it is closed; they must not change it. */
public interface LocalFile extends AutoCloseable {

    Path path();

    @Override
    void close();
}
