package io.masthead.setting;

/**
 * Whether a category exists. Categories are built upon the settings and not the reverse, so the
 * settings ask through this and {@code taxonomy} answers; neither needs the other's tables.
 */
public interface CategoryCheck {

    boolean exists(long id);
}
