package io.masthead.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Delays responses with {@code Retry-After} for a moment, to slow down clients that ignore the header: a
 * refusal costs little, but thousands a second cost much. Only the connection is kept meanwhile, and their
 * number per client is limited.
 */
@Singleton
class DelayedRefusals {

    /** Filters are created before the configuration is read. */
    private final Provider<RefusalConfig> config;

    DelayedRefusals(Provider<RefusalConfig> config) {
        this.config = config;
    }

    @ServerResponseFilter
    Uni<Void> delay(ContainerResponseContext answer) {
        if (!answer.getHeaders().containsKey(HttpHeaders.RETRY_AFTER)) {
            return null;
        }
        var delay = config.get().delay();
        return delay.isZero()
                ? null
                : Uni.createFrom().voidItem().onItem().delayIt().by(delay);
    }
}
