package io.masthead.cli;

import io.masthead.platform.event.EventConfig;
import io.masthead.user.social.SocialConfig;
import io.masthead.web.CacheConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** Reads the settings before Quarkus starts, as it will see them. */
final class Settings {

    private Settings() {}

    /** System properties, the environment and application.properties, read again at each call. */
    static SmallRyeConfig read() {
        return ConfigUtils.emptyConfigBuilder()
                .withMapping(SocialConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(EventConfig.class)
                // Quarkus decides about unknown settings.
                .withMappingIgnore("**")
                .build();
    }

    /** As {@link #read}, if even mapped settings may be invalid. */
    static SmallRyeConfig readText() {
        return ConfigUtils.emptyConfigBuilder().build();
    }
}
