package io.masthead.menu;

/**
 * A menu as it was at another site.
 *
 * @param id the original one, kept if it is free; null for any
 * @param slug kept if it is well-formed; null to make one from the name. It gets a number if it is taken
 * @param description plain text
 */
public record ImportedMenu(Long id, String name, String slug, String description) {}
