package io.masthead.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Pictures of people who have chosen none themselves. Gravatar identifies people by the SHA-256 hash of their
 * e-mail address, which lets anybody who guesses the address confirm it.
 */
@ConfigMapping(prefix = "masthead.avatars")
public interface AvatarConfig {

    /** Whether the native API shows Gravatar's picture for commenters without a picture of their own. */
    @WithDefault("false")
    boolean gravatar();

    /**
     * Whether the WordPress API shows pictures, Gravatar's included, unless the WordPress setting "show
     * avatars" is off.
     */
    @WithDefault("true")
    boolean wordpress();
}
