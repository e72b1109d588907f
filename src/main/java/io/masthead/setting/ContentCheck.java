package io.masthead.setting;

/**
 * Whether the content exists that a setting names. Content is built upon the settings and not the
 * reverse, so the settings ask through this and {@code post} answers.
 */
public interface ContentCheck {

    boolean pageExists(long id);

    boolean mediaExists(long id);
}
