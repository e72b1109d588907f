package io.masthead.media.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the files of media are kept. */
@ConfigMapping(prefix = "masthead.media")
public interface StorageConfig {

    /** {@code file:} and the path of a folder, which is created when it is first needed, or {@code s3://bucket/prefix}. */
    @WithDefault("file:./data/media")
    String storage();
}
