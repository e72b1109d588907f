package io.masthead.user.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How often somebody may try to get in: so many times at once, and as many again over a time. */
@ConfigMapping(prefix = "masthead.attempts")
interface AttemptConfig {

    /** Passwords for one account from one address. */
    @WithDefault("10/10m")
    @WithConverter(AttemptLimitConverter.class)
    AttemptLimit account();

    /** Failures of each kind from one address, over all accounts. */
    @WithDefault("20/10m")
    @WithConverter(AttemptLimitConverter.class)
    AttemptLimit address();

    /** Passwords for one account from all addresses that its owner has not signed in from. */
    @WithDefault("100/1h")
    @WithConverter(AttemptLimitConverter.class)
    AttemptLimit elsewhere();

    /** Codes of the second factor, and mails for a new password, for one account. */
    @WithDefault("5/1h")
    @WithConverter(AttemptLimitConverter.class)
    AttemptLimit strict();
}
