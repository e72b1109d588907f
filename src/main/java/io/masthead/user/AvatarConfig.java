package io.masthead.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Where pictures of people come from who have chosen none themselves. Gravatar knows them by the
 * SHA-256 hash of their e-mail address, by which whoever guesses the address can confirm it.
 */
@ConfigMapping(prefix = "masthead.avatars")
public interface AvatarConfig {

    /** The native API gives Gravatar's address for commenters without a picture of their own. */
    @WithDefault("false")
    boolean gravatar();

    /**
     * The WordPress API shows pictures, those of Gravatar included, as WordPress does unless its
     * setting "show avatars" is off.
     */
    @WithDefault("true")
    boolean wordpress();
}
