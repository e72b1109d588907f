package io.masthead.menu;

/**
 * A post, page, category or tag as items show it.
 *
 * @param label plain text: its title or name
 * @param slug null for a draft without one
 * @param isPublic whether readers may see it
 */
public record MenuThing(MenuReference reference, String label, String slug, String url, boolean isPublic) {}
