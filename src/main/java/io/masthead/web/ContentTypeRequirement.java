package io.masthead.web;

import io.masthead.web.limit.ReceivedBodies;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body without a Content-Type. The framework would read it as JSON, and a page of another site can
 * send such a body without a preflight (the Fetch standard, CORS-safelisted requests).
 */
class ContentTypeRequirement {

    @ServerRequestFilter(preMatching = true)
    void requireType(ContainerRequestContext request, RoutingContext context) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if ((type == null || type.isBlank() || type.strip().startsWith("*")) && ReceivedBodies.hasBody(context)) {
            throw new NotSupportedException();
        }
    }
}
