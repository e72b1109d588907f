package io.masthead.api.v1.http;

/** A response body that is not JSON but text of another type. */
public interface TextRepresentation extends Representation {

    /** With the charset UTF-8. */
    String mediaType();

    String text();
}
