package io.masthead.imports.wxr;

/** A term named by an item; the file need not define it elsewhere. */
public record WxrTermRef(String taxonomy, String slug, String name) {}
