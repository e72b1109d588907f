package io.masthead.web.cache;

/**
 * What a surface declares of its reads, so that requests that differ in defaults or in ignored parameters share a
 * response. Each surface implements it from the declarations by which it answers.
 */
public interface DeclaredReads {

    /**
     * The parameters of a GET; null if the path is unknown or another surface's. It runs on the event loop for each
     * request with a query.
     *
     * @param path as it was sent, not decoded
     */
    DeclaredParameters find(String path);
}
