package io.masthead.web.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Passes received bodies on to the resources. */
public class ReceivedBodies {

    @ServerRequestFilter(preMatching = true)
    void hand(ContainerRequestContext request, RoutingContext context) {
        if (context.get(BodyReception.RECEIVED) instanceof ReceivedBody body) {
            request.setEntityStream(body.open());
        }
    }

    /** The body from its start, once more; empty if there is none. */
    public static InputStream open(RoutingContext context) {
        return context.get(BodyReception.RECEIVED) instanceof ReceivedBody body
                ? body.open()
                : InputStream.nullInputStream();
    }

    /** Whether the body is a file, received or withheld. */
    public static boolean isUpload(RoutingContext context) {
        return context.get(BodyReception.UPLOAD) != null;
    }

    /** Whether the body was not received, since its sender may not upload it; nothing can be read of it. */
    public static boolean isWithheld(RoutingContext context) {
        return context.get(BodyReception.RECEIVED) == ReceivedBody.NONE;
    }

    /** Whether a non-empty body was received. */
    public static boolean hasBody(RoutingContext context) {
        return context.get(BodyReception.RECEIVED) instanceof ReceivedBody body && !body.isEmpty();
    }
}
