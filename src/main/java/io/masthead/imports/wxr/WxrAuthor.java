package io.masthead.imports.wxr;

/**
 * A user of the exported site. WXR 1.0 has none: the creators of its items are all there is.
 *
 * @param id null when the file has none
 */
public record WxrAuthor(Long id, String login, String email, String displayName, String firstName, String lastName) {}
