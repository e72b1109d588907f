package io.masthead.web.cache;

import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;

/**
 * A request whose response is being made.
 *
 * @param version the number of changes known before it is made
 * @param condition taken from the request, so that a whole response is made
 * @param completion for the requests that wait for the response: completed when it has been made, with whether it
 *     may be kept; failed if it was not made; null if none waits
 */
record Miss(CacheKey key, long version, Condition condition, Promise<Boolean> completion) {

    private static final String NAME = "masthead.cache.miss";

    void attachTo(RoutingContext route) {
        route.put(NAME, this);
    }

    /** Null for a request whose response must not come from memory. */
    static Miss of(RoutingContext route) {
        return route.get(NAME);
    }

    /**
     * The response has been made.
     *
     * @param isKept whether later requests for the same target may find it
     */
    void complete(boolean isKept) {
        if (completion != null) {
            completion.tryComplete(isKept);
        }
    }

    /** The request has ended; nothing happens if its response has been made. */
    void end() {
        if (completion != null) {
            completion.tryFail("The request ended without a response of a resource");
        }
    }
}
