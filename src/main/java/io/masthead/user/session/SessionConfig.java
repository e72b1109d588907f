package io.masthead.user.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "masthead.sessions")
public interface SessionConfig {

    /** How long an access token is valid; the refresh token gets a new one. */
    @WithDefault("10m")
    Duration accessToken();

    /** A session ends if it is not refreshed for this long. */
    @WithDefault("14d")
    Duration idle();

    /** A session ends after this long, however often it is refreshed. */
    @WithDefault("90d")
    Duration lifetime();
}
