package io.masthead.media.rendition;

import io.masthead.platform.lane.Lane;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Bounds how many images are decoded at once: each takes a core and much memory. */
@Singleton
class RenditionLane {

    /** On machines with more cores memory is the bound. */
    private static final int DEFAULT_MAX = 2;

    private static final int WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lane lane;

    RenditionLane(RenditionConfig config) {
        this.lane = new Lane(
                "Too many images are being processed",
                config.imagesAtOnce().orElseGet(() -> Math.min(Lane.allCoresButOne(), DEFAULT_MAX)),
                WAITING,
                PATIENCE);
    }

    /** @throws io.masthead.kernel.CmsException as {@link Lane#run} */
    <T> T run(Callable<T> work) throws Exception {
        return lane.run(work);
    }
}
