package io.masthead.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits for imports. */
@ConfigMapping(prefix = "masthead.imports")
public interface ImportConfig {

    /** The maximum size of an import file; larger ones are refused before they are received. */
    @WithDefault("512M")
    MemorySize maxSize();

    /** An import of an archive that unpacks to more than this fails, and stores nothing. */
    @WithDefault("4G")
    MemorySize maxUnpackedSize();
}
