package io.masthead.setting;

/**
 * The settings as one caller may see them.
 *
 * @param allVisible whether this includes those that only administrators need
 */
public record SettingsView(SiteSettings settings, boolean allVisible) {}
