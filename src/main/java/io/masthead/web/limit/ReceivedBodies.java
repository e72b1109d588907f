package io.masthead.web.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Hands the resources the bodies that have been received for them. */
public class ReceivedBodies {

    @ServerRequestFilter(preMatching = true)
    void hand(ContainerRequestContext request, RoutingContext context) {
        if (context.get(BodyReception.RECEIVED) instanceof ReceivedBody body) {
            request.setEntityStream(body.open());
        }
    }

    /** Whether a body has come that is not empty. */
    public static boolean hasBody(RoutingContext context) {
        return context.get(BodyReception.RECEIVED) instanceof ReceivedBody body && !body.isEmpty();
    }
}
