package io.masthead.imports.wxr;

/** Receives what {@link WxrReader} reads, in the order of the file. */
public interface WxrHandler {

    /** Once, before everything else. */
    default void site(WxrSite site) {}

    default void author(WxrAuthor author) {}

    default void term(WxrTerm term) {}

    default void item(WxrItem item) {}

    /** A value of the following record, such as a date, could not be understood and was dropped. */
    default void warning(Location location, String sentence) {}
}
