package io.masthead.web.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Passes received bodies on to the resources. */
public class ReceivedBodies {

    @ServerRequestFilter(preMatching = true)
    void hand(ContainerRequestContext request, RoutingContext context) {
        if (context.get(BodyReception.RECEIVED) instanceof ReceivedBody body) {
            request.setEntityStream(body.open());
        }
    }

    /** Whether a non-empty body was received. */
    public static boolean hasBody(RoutingContext context) {
        return context.get(BodyReception.RECEIVED) instanceof ReceivedBody body && !body.isEmpty();
    }
}
