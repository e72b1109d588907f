package io.masthead.setting;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where clients reach this server. */
@ConfigMapping(prefix = "masthead.api")
interface ApiConfig {

    /** An absolute URL, if it is not that of the site: links to resources and files begin with it. */
    Optional<String> url();
}
