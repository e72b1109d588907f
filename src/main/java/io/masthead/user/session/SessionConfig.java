package io.masthead.user.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long who has signed in stays in. */
@ConfigMapping(prefix = "masthead.sessions")
public interface SessionConfig {

    /** An access token serves this long; then the refresh token gets a new one. */
    @WithDefault("10m")
    Duration accessToken();

    /** A session that is not refreshed for this long has ended. */
    @WithDefault("14d")
    Duration idle();

    /** A session ends after this long, however often it is refreshed. */
    @WithDefault("90d")
    Duration lifetime();
}
