package io.masthead.setting;

/**
 * The settings as one caller may see them.
 *
 * @param allVisible whether that takes in those that only matter to who manages the site
 */
public record SettingsView(SiteSettings settings, boolean allVisible) {}
