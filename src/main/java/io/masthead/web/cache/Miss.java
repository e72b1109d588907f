package io.masthead.web.cache;

import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;

/**
 * A request whose response is being made.
 *
 * @param version the number of changes known before it is made
 * @param ifNoneMatch taken from the request, so that a whole response is made; null if absent
 * @param ifModifiedSince likewise
 * @param made completed when the response has been made, for the requests that wait for it; null if none does
 */
record Miss(CacheKey key, long version, String ifNoneMatch, String ifModifiedSince, Promise<Void> made) {

    private static final String NAME = "masthead.cache.miss";

    void attachTo(RoutingContext route) {
        route.put(NAME, this);
    }

    /** Null for a request whose response must not come from memory. */
    static Miss of(RoutingContext route) {
        return route.get(NAME);
    }

    /** May be called again. */
    void complete() {
        if (made != null) {
            made.tryComplete();
        }
    }
}
