package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an {@code Idempotency-Key} for responses with secrets: see {@link ShownOnce}. */
@Singleton
class IdempotencyKeyGate {

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method != null
                && method.isAnnotationPresent(ShownOnce.class)
                && request.getHeaderString(Headers.IDEMPOTENCY_KEY) != null) {
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "This operation accepts no Idempotency-Key: its response contains a secret that is shown only once.");
        }
    }
}
