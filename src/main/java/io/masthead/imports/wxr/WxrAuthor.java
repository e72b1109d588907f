package io.masthead.imports.wxr;

/**
 * A user of the exported site. WXR 1.0 has none, only the creators of items.
 *
 * @param id null if the file has none
 */
public record WxrAuthor(Long id, String login, String email, String displayName, String firstName, String lastName) {}
