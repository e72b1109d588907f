package io.masthead.web.cache;

import io.masthead.web.CacheConfig;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers public reads from memory, on the event loop. If many ask at once for a response that is not there, one
 * makes it and the others wait.
 */
@Singleton
class CacheHandler {

    /** After the handlers that set headers, check the connection or rewrite the path; before authentication. */
    private static final int PRIORITY = 250;

    private static final String STATUS = "X-Cache";

    private final ResponseCache cache;
    private final StoredResponseWriter writer;
    private final List<DeclaredReads> surfaces;
    private final boolean showsStatus;
    private final Map<String, Promise<Boolean>> beingMade = new ConcurrentHashMap<>();

    CacheHandler(
            ResponseCache cache, StoredResponseWriter writer, @All List<DeclaredReads> surfaces, CacheConfig config) {
        this.cache = cache;
        this.writer = writer;
        this.surfaces = surfaces;
        this.showsStatus = config.showStatus();
    }

    void register(@Observes Filters filters) {
        if (cache.isOn()) {
            filters.register(this::handle, PRIORITY);
        }
    }

    private void handle(RoutingContext route) {
        var key =
                Miss.of(route) == null ? CacheKey.of(route.request(), surfaces).orElse(null) : null;
        if (key == null) {
            route.next();
            return;
        }
        if (isAnswered(route, key)) {
            return;
        }
        // While those wait who found it to be for another request target, nobody begins anew.
        makeOrWait(route, key, beingMade.containsKey(key.exactText()) ? key.exactText() : key.text());
    }

    /** @param flight names the responses of which one is made at a time: those of a key, or of a request target */
    private void makeOrWait(RoutingContext route, CacheKey key, String flight) {
        if (route.response().closed()) {
            return;
        }
        var completion = Promise.<Boolean>promise();
        var other = beingMade.putIfAbsent(flight, completion);
        if (other == null) {
            completion.future().onComplete(done -> beingMade.remove(flight, completion));
            make(route, key, completion);
            return;
        }
        var context = Vertx.currentContext();
        other.future()
                .onComplete(done -> context.runOnContext(ready -> {
                    if (isAnswered(route, key)) {
                        return;
                    }
                    if (done.failed()) {
                        makeOrWait(route, key, flight);
                    } else if (done.result() && flight.equals(key.text())) {
                        makeOrWait(route, key, key.exactText()); // it is for another request target
                    } else {
                        make(route, key, null); // it cannot be kept
                    }
                }));
    }

    private boolean isAnswered(RoutingContext route, CacheKey key) {
        var stored = cache.find(key);
        if (stored == null) {
            return false;
        }
        cache.countHit();
        show(route, "hit");
        writer.write(route, key, stored);
        return true;
    }

    /** @param completion null if no request waits for the response */
    private void make(RoutingContext route, CacheKey key, Promise<Boolean> completion) {
        cache.countMiss();
        show(route, "miss");
        var headers = route.request().headers();
        var miss = new Miss(key, cache.version(), Condition.of(headers), completion);
        Condition.remove(headers);
        miss.attachTo(route);
        // Refusals before the resource, and lost connections, do not reach the filter that stores responses.
        route.addEndHandler(end -> miss.end());
        route.next();
    }

    private void show(RoutingContext route, String status) {
        if (showsStatus) {
            route.response().putHeader(STATUS, status);
        }
    }
}
