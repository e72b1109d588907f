package io.masthead.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Holds back answers with {@code Retry-After} for a moment. A client that ignores the header and
 * tries again at once is slowed down by it: a refusal costs little, but thousands a second cost
 * much. Only the connection is held meanwhile, and a client may have only so many.
 */
@Singleton
class DelayedRefusals {

    /** Filters are made before the settings are read. */
    private final Provider<RefusalConfig> config;

    DelayedRefusals(Provider<RefusalConfig> config) {
        this.config = config;
    }

    @ServerResponseFilter
    Uni<Void> hold(ContainerResponseContext answer) {
        if (!answer.getHeaders().containsKey(HttpHeaders.RETRY_AFTER)) {
            return null;
        }
        var delay = config.get().delay();
        return delay.isZero()
                ? null
                : Uni.createFrom().voidItem().onItem().delayIt().by(delay);
    }
}
