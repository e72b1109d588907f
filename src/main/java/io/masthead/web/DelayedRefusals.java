package io.masthead.web;

import io.smallrye.mutiny.Uni;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Has those wait for their answer who are told to come again later. Who comes again at once,
 * against what {@code Retry-After} says, cannot do so more often: to refuse costs little, but not
 * nothing. Nothing but the open connection is held meanwhile, and no client has many of them.
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
        return delay.isZero() ? null : Uni.createFrom().voidItem().onItem().delayIt().by(delay);
    }
}
