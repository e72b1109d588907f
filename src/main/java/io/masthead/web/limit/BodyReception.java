package io.masthead.web.limit;

import io.masthead.kernel.ErrorCode;
import io.masthead.web.Failure;
import io.quarkus.arc.All;
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
import org.jboss.logging.Logger;

/**
 * Receives bodies before their requests occupy a worker thread, so that slow clients only keep a connection
 * open. All bodies except files are limited to 10 MB.
 */
@Singleton
class BodyReception {

    private static final Logger LOG = Logger.getLogger(BodyReception.class);

    /** The key of a received body in the route. */
    static final String RECEIVED = "masthead.body";

    /** The key in the route of a request whose body is a file. */
    static final String UPLOAD = "masthead.upload";

    static final long MAX_BYTES = 10L * 1024 * 1024;

    /** After the setup of authentication, and before anything that reads bodies. */
    private static final int PRIORITY = 100;

    private final Spool spool;
    private final Refusals refusals;
    private final List<Uploads> uploads;
    private final UploadCallers callers;
    private final Reception.Limits ofBodies;
    private final long millis;
    private final long uploadRate;

    BodyReception(
            BodyConfig config, Spool spool, Refusals refusals, @All List<Uploads> uploads, UploadCallers callers) {
        this.spool = spool;
        this.refusals = refusals;
        this.uploads = uploads;
        this.callers = callers;
        this.millis = config.time().toMillis();
        this.uploadRate = config.uploadRate().asLongValue();
        this.ofBodies = new Reception.Limits(MAX_BYTES, millis, 0);
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
        var limits = upload.map(this::limits).orElse(ofBodies);
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limits.bytes()) {
            refusals.refuseBody(route, Reception.tooLarge(limits.bytes()));
        } else if (upload.isPresent()) {
            receiveFile(route, upload.get(), limits);
        } else {
            new Reception(route, limits, spool, refusals).start();
        }
    }

    /** Only from callers who may send it; others get the refusal of the resource, which can read nothing. */
    private void receiveFile(RoutingContext route, Uploads upload, Reception.Limits limits) {
        route.put(UPLOAD, true);
        var context = Vertx.currentContext();
        context.executeBlocking(() -> callers.mayUpload(route, upload), false)
                .onSuccess(may -> {
                    if (may) {
                        new Reception(route, limits, spool, refusals).start();
                    } else {
                        route.put(RECEIVED, ReceivedBody.NONE);
                        route.next();
                    }
                })
                .onFailure(failed -> {
                    LOG.errorf(failed, "It could not be checked who sends a file to %s", route.normalizedPath());
                    refusals.refuseBody(
                            route,
                            Failure.of(ErrorCode.UNAVAILABLE, "The server cannot take the file; try again later."));
                });
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private Reception.Limits limits(Uploads upload) {
        return new Reception.Limits(upload.maxBytes(), millis, uploadRate);
    }

    private Optional<Uploads> upload(HttpServerRequest request, String path) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var parts = MediaType.MULTIPART_FORM_DATA;
        var isMultipart = type != null && type.regionMatches(true, 0, parts, 0, parts.length());
        var target = path.replaceAll("/+$", "");
        return uploads.stream()
                .filter(one -> one.takes(request.method(), target, isMultipart))
                .findFirst();
    }
}
