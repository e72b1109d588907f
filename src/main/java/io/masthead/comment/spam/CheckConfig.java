package io.masthead.comment.spam;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How services that know spam are waited for. */
@ConfigMapping(prefix = "masthead.comments")
public interface CheckConfig {

    /**
     * How long the answer to a new comment waits for a service that knows spam. A comment whose
     * check takes longer is answered as pending, and shown when the check has passed; 0 never
     * waits.
     */
    @WithDefault("1s")
    Duration checkWait();
}
