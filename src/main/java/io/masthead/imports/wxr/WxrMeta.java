package io.masthead.imports.wxr;

/**
 * A custom field of an item, comment or term, unchanged.
 *
 * @param value may be PHP's serialized form, see {@link PhpSerialized}
 */
public record WxrMeta(String key, String value) {}
