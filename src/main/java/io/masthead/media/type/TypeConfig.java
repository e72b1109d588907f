package io.masthead.media.type;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which types of files are accepted. */
@ConfigMapping(prefix = "masthead.media")
interface TypeConfig {

    /** Whether SVG is accepted: only what draws is kept of it, and it is sent so that nothing in it can run. */
    @WithDefault("false")
    boolean svg();
}
