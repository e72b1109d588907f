package io.masthead.cli;

import io.masthead.user.social.SocialConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** The settings as Quarkus will see them, read before it starts. */
final class Settings {

    private Settings() {}

    /** System properties, the environment and application.properties, read anew at each call. */
    static SmallRyeConfig read() {
        return ConfigUtils.emptyConfigBuilder()
                .withMapping(SocialConfig.class)
                // That there are settings beside those of the mapping is for Quarkus to judge.
                .withMappingIgnore("**")
                .build();
    }

    /** The same, where not even those of the mapping may be readable. */
    static SmallRyeConfig readText() {
        return ConfigUtils.emptyConfigBuilder().build();
    }
}
