package io.masthead.web;

/** What a page of an allowed origin may send to the addresses of one surface, and read there. */
public interface CrossOriginRules {

    /** Which addresses these are; the longest prefix wins. */
    String prefix();

    String methods();

    String headers();

    /** The headers of answers that scripts may read. */
    String exposed();

    /**
     * Whether OPTIONS is the surface's own, so that a browser's question before a request is
     * answered by the route that it is about.
     */
    boolean answersPreflights();

    /** Whether pages may send cookies along, where {@code masthead.cors.credentials} is on. */
    boolean takesCredentials();
}
