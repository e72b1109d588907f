package io.masthead.media.rendition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
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

    /** The widths in which front ends may have images, in pixels, each up to 4096. */
    @WithDefault("64,96,128,160,240,320,384,480,640,750,828,960,1080,1200,1440,1600,1920,2048,2560")
    List<Integer> widths();

    /** The proportions in which front ends may have images cut. */
    @WithDefault("1:1,5:4,4:3,3:2,16:9,2:1,4:5,3:4,2:3,9:16")
    List<String> ratios();
}
