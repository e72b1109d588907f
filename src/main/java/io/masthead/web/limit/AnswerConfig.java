package io.masthead.web.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slowly clients may read. */
@ConfigMapping(prefix = "masthead.answers")
public interface AnswerConfig {

    /**
     * Answers that wait for their clients to read may have this many bytes together; then the
     * slowest clients are cut off.
     */
    @WithDefault("64M")
    MemorySize queued();

    /** A client that reads fewer bytes a second than this, while an answer waits, is cut off. */
    @WithDefault("4K")
    MemorySize rate();

    /** Over this time the rate is measured. */
    @WithDefault("10s")
    Duration patience();
}
