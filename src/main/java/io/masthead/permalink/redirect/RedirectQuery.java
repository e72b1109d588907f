package io.masthead.permalink.redirect;

import io.masthead.kernel.Costly;
import java.time.Instant;

/**
 * Which redirects are listed.
 *
 * @param updatedFrom only what was made or changed since, except what was deleted; null for all
 */
public record RedirectQuery(Instant updatedFrom) implements Costly {

    /** It reads all published posts if the site had other permalink settings. */
    @Override
    public boolean isCostly() {
        return true;
    }

    boolean includes(Instant updatedAt) {
        return updatedFrom == null || !updatedAt.isBefore(updatedFrom);
    }
}
