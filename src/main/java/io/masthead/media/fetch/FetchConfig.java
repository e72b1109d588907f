package io.masthead.media.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this server gets files from URLs. */
@ConfigMapping(prefix = "masthead.media")
public interface FetchConfig {

    /** Users who may upload may then have this server connect to any public address. */
    @WithDefault("false")
    boolean fetch();
}
