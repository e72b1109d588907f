package io.masthead.wp.rest;

import java.util.Collection;
import java.util.Map;

/**
 * Fetches many embedded things of one kind at once, so that a list costs no statement per item.
 * What no source knows is fetched one by one.
 */
public interface EmbedSource {

    /**
     * @param hrefs addresses of any kind, some of them more than once
     * @return by address, what the request of each would answer in the context {@code embed}
     */
    Map<String, Object> fetch(Collection<String> hrefs, WpRequest request);
}
