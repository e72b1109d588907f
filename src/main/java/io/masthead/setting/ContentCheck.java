package io.masthead.setting;

import io.masthead.kernel.Actor;

/**
 * Whether the content exists that a setting names. Content is built upon the settings and not the
 * reverse, so the settings ask through this and {@code post} answers.
 */
public interface ContentCheck {

    boolean pageExists(long id);

    /** Whether the caller may know of it. */
    boolean mediaExists(long id, Actor actor);
}
