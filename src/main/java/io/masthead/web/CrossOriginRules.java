package io.masthead.web;

/** The CORS rules of one surface. */
public interface CrossOriginRules {

    /** The paths that the rules apply to; the longest prefix wins. */
    String prefix();

    String methods();

    String headers();

    /** The response headers that scripts may read. */
    String exposed();

    /** Whether the surface handles OPTIONS itself, so that its route answers preflights. */
    boolean answersPreflights();

    /** Whether pages may send cookies, if {@code masthead.cors.credentials} is on. */
    boolean takesCredentials();
}
