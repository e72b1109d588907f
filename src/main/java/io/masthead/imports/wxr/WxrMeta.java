package io.masthead.imports.wxr;

/**
 * A custom field of an item, comment or term, unchanged.
 *
 * @param value may be serialized by PHP, see {@link PhpSerialized}
 */
public record WxrMeta(String key, String value) {}
