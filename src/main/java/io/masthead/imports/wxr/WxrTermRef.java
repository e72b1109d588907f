package io.masthead.imports.wxr;

/** A term as an item names it; the file need not define the term elsewhere. */
public record WxrTermRef(String taxonomy, String slug, String name) {}
