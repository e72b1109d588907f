package io.masthead.comment.spam;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long to wait for spam detection services. */
@ConfigMapping(prefix = "masthead.comments")
public interface CheckConfig {

    /**
     * How long the response to a new comment waits for a spam detection service. If the check takes longer, the
     * response says pending and the comment is shown after the check has passed; 0 never waits.
     */
    @WithDefault("1s")
    Duration checkWait();
}
