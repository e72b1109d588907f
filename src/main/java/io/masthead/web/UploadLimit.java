package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body whose Content-Length is above what the largest upload may have. The server has the
 * same limit, but no words for it; it cuts off what comes without a Content-Length.
 */
@Singleton
class UploadLimit {

    /** Before the server's own limit. */
    private static final int EARLY = 1_000;

    private final long maxBytes;
    private final ErrorMappers errors;

    UploadLimit(
            @ConfigProperty(name = "masthead.imports.max-size") MemorySize maxSize,
            ErrorMappers errors) {
        this.maxBytes = maxSize.asLongValue();
        this.errors = errors;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= maxBytes) {
            context.next();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        var refusal =
                new CmsException(
                        ErrorCode.BODY_TOO_LARGE,
                        "The body may have at most " + maxBytes + " bytes.");
        var answer = errors.render(Failure.of(refusal), context.normalizedPath());
        var response = context.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> response.putHeader(name, values));
        // What is still being sent is not read.
        response.putHeader("Connection", "close")
                .end(Buffer.buffer((byte[]) answer.getEntity()))
                .onComplete(sent -> context.request().connection().close());
    }
}
