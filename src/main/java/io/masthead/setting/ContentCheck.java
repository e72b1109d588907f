package io.masthead.setting;

import io.masthead.kernel.Actor;

/**
 * Checks that the content in a setting exists. Content depends on the settings and not the reverse, so {@code
 * post} implements this.
 */
public interface ContentCheck {

    boolean pageExists(long id);

    /** Whether it exists and the caller may see it. */
    boolean mediaExists(long id, Actor actor);
}
