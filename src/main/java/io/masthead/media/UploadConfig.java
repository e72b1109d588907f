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

    /**
     * How much room files and renditions may take together; uploads beyond it are refused. Renditions are made all the
     * same, and uploads at the same moment may exceed it by their sizes. 0 is no limit.
     */
    @WithDefault("0")
    MemorySize quota();
}
