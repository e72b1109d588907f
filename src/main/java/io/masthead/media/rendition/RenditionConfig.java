package io.masthead.media.rendition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.OptionalInt;

/** How renditions of images are made. */
@ConfigMapping(prefix = "masthead.media")
public interface RenditionConfig {

    /** How long the answer to an upload waits for the renditions; then they are still pending in it. */
    @WithDefault("2s")
    @WithName("wait")
    Duration patience();

    /** How many images are processed at once; each takes up to 200 MB. By default one core is kept free of them. */
    OptionalInt imagesAtOnce();
}
