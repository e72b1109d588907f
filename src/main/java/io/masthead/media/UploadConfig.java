package io.masthead.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits for uploads of media. */
@ConfigMapping(prefix = "masthead.media")
public interface UploadConfig {

    /** The maximum size of an uploaded file; larger ones are refused before they are received. */
    @WithDefault("256M")
    MemorySize maxSize();
}
