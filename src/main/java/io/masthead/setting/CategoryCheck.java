package io.masthead.setting;

/**
 * Checks that a category exists. Categories depend on the settings and not the reverse, so {@code taxonomy}
 * implements this.
 */
public interface CategoryCheck {

    boolean exists(long id);
}
