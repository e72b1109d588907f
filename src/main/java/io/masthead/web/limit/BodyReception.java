package io.masthead.web.limit;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives bodies before their requests occupy a worker thread, so that slow clients only keep a connection
 * open. All bodies except files are limited to 10 MB.
 */
@Singleton
class BodyReception {

    /** The key of a received body in the route. */
    static final String RECEIVED = "masthead.body";

    static final long MAX_BYTES = 10L * 1024 * 1024;

    /** After the setup of authentication, and before anything that reads bodies. */
    private static final int PRIORITY = 100;

    private final Spool spool;
    private final Refusals refusals;
    private final List<Uploads> uploads;
    private final UploadCallers callers;
    private final Reception.Limits ofBodies;
    private final Reception.Limits ofFiles;

    BodyReception(
            BodyConfig config,
            @ConfigProperty(name = "masthead.imports.max-size") MemorySize maxSize,
            Spool spool,
            Refusals refusals,
            @All List<Uploads> uploads,
            UploadCallers callers) {
        this.spool = spool;
        this.refusals = refusals;
        this.uploads = uploads;
        this.callers = callers;
        var millis = config.time().toMillis();
        this.ofBodies = new Reception.Limits(MAX_BYTES, millis, 0);
        this.ofFiles = new Reception.Limits(
                maxSize.asLongValue(), millis, config.uploadRate().asLongValue());
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, PRIORITY);
    }

    private void receive(RoutingContext route) {
        var request = route.request();
        if (request.isEnded() || !hasBody(request) || route.get(RECEIVED) != null) {
            route.next();
            return;
        }
        var upload = upload(request, route.normalizedPath());
        var limits = upload.isPresent() ? ofFiles : ofBodies;
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limits.bytes()) {
            refusals.refuseBody(route, Reception.tooLarge(limits.bytes()));
        } else if (upload.isPresent()) {
            receiveFile(route, upload.get());
        } else {
            new Reception(route, limits, spool, refusals).start();
        }
    }

    /** Only from callers who may send it; otherwise the resource refuses without reading. */
    private void receiveFile(RoutingContext route, Uploads upload) {
        var context = Vertx.currentContext();
        context.executeBlocking(() -> callers.mayUpload(route, upload), false)
                .onSuccess(may -> {
                    if (may) {
                        new Reception(route, ofFiles, spool, refusals).start();
                    } else {
                        route.next();
                    }
                })
                // The resource checks again, and reports the failure.
                .onFailure(failed -> route.next());
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private Optional<Uploads> upload(HttpServerRequest request, String path) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var parts = MediaType.MULTIPART_FORM_DATA;
        return type != null && type.regionMatches(true, 0, parts, 0, parts.length())
                ? uploads.stream().filter(one -> one.takes(path)).findFirst()
                : Optional.empty();
    }
}
