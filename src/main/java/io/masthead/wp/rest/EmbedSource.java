package io.masthead.wp.rest;

import java.util.Map;
import java.util.Set;

/**
 * Fetches many embedded things of one kind at once, so that a list costs no statement per item.
 * What no source knows is fetched one by one.
 */
public interface EmbedSource {

    /**
     * @param targets of any kind
     * @return what the request of each would answer in the context {@code embed}
     */
    Map<Target, Object> fetch(Set<Target> targets, WpRequest request);
}
