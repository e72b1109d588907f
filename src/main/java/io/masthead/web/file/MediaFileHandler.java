package io.masthead.web.file;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.StoredFiles;
import io.masthead.media.address.FileAddress;
import io.masthead.media.address.FoundFile;
import io.masthead.media.address.ServedFile;
import io.masthead.media.storage.FileSource;
import io.masthead.platform.db.DatabaseUnavailable;
import io.masthead.web.Failure;
import io.masthead.web.FailureWriter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code GET /media/…} and {@code /wp-content/uploads/…}: files of media, by the event loop; which file an address means, and whether the caller may see
 * it, is looked up by a worker. Other addresses below {@code /media/} are left to the router: pages of a site may have
 * them.
 */
@Singleton
class MediaFileHandler {

    /** As public reads from memory, which need no authentication. */
    private static final int KNOWN = 250;

    /** After the setup of authentication, and before bodies are received. */
    private static final int PRIORITY = 150;

    private static final String LOOKED_UP_AGAIN = "masthead.media.looked-up-again";
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;
    private static final Logger LOG = Logger.getLogger(MediaFileHandler.class);

    private final PublicFiles publicFiles;
    private final StoredFiles files;
    private final CallerActor callers;
    private final FileResponse responses;
    private final FailureWriter failures;

    MediaFileHandler(
            PublicFiles publicFiles,
            StoredFiles files,
            CallerActor callers,
            FileResponse responses,
            FailureWriter failures) {
        this.publicFiles = publicFiles;
        this.files = files;
        this.callers = callers;
        this.responses = responses;
        this.failures = failures;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerKnown, KNOWN);
        filters.register(this::handle, PRIORITY);
    }

    private void answerKnown(RoutingContext route) {
        var wanted = isRead(route) ? MediaRequest.find(route.request()).orElse(null) : null;
        var known = wanted == null ? null : publicFiles.known(wanted.address());
        if (known == null) {
            route.next();
        } else {
            send(route, wanted, known, true);
        }
    }

    private static boolean isRead(RoutingContext route) {
        var method = route.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private void handle(RoutingContext route) {
        var path = route.request().path();
        if (path == null || !MediaRequest.isFile(path)) {
            route.next();
            return;
        }
        if (!isRead(route)) {
            route.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(route, Failure.of(METHOD_NOT_ALLOWED, "This method is not allowed here; see the 'Allow' header."));
            return;
        }
        MediaRequest wanted;
        try {
            wanted = MediaRequest.of(route.request());
        } catch (CmsException e) {
            refuse(route, Failure.of(e));
            return;
        }
        lookUp(route, wanted);
    }

    private void lookUp(RoutingContext route, MediaRequest wanted) {
        Vertx.currentContext()
                .executeBlocking(() -> find(route, wanted.address()), false)
                .onSuccess(found -> found.ifPresentOrElse(
                        one -> send(route, wanted, one.file(), one.isPublic()), () -> refuse(route, notFound())))
                .onFailure(e -> refuse(route, failure(e)));
    }

    private Optional<Found> find(RoutingContext route, FileAddress address) throws IOException {
        var shown = publicFiles.lookUp(address);
        if (shown.isPresent()) {
            return Optional.of(new Found(shown.get(), true));
        }
        return route.request().headers().contains(HttpHeaders.AUTHORIZATION)
                ? ofCaller(route, address).map(file -> new Found(file, false))
                : Optional.empty();
    }

    @ActivateRequestContext
    Optional<? extends FoundFile> ofCaller(RoutingContext route, FileAddress address) throws IOException {
        var caller = QuarkusHttpUser.getSecurityIdentity(route, null).await().indefinitely();
        return caller == null ? Optional.empty() : files.find(address, callers.of(caller));
    }

    private void send(RoutingContext route, MediaRequest wanted, FoundFile found, boolean isPublic) {
        if (found instanceof FoundFile.Moved moved) {
            responses.redirect(route, moved, isPublic);
        } else {
            send(route, wanted, (ServedFile) found, isPublic);
        }
    }

    private void send(RoutingContext route, MediaRequest wanted, ServedFile file, boolean isPublic) {
        if (!route.response().closed()) {
            responses.send(route, wanted, file, isPublic).onFailure(e -> {
                if (isMissing(file, e)) {
                    publicFiles.forget(wanted.address());
                }
                if (!route.response().headWritten() && !route.response().closed()) {
                    responses.reset(route);
                    refuse(route, wanted, file, e);
                }
            });
        }
    }

    private void refuse(RoutingContext route, MediaRequest wanted, ServedFile file, Throwable e) {
        if (isMissing(file, e) && route.get(LOOKED_UP_AGAIN) == null) {
            // Another node may have replaced it, and this one does not know yet.
            route.put(LOOKED_UP_AGAIN, true);
            lookUp(route, wanted);
            return;
        }
        LOG.warnf("The file %s could not be sent: %s", file.name(), e);
        refuse(route, isMissing(file, e) ? notFound() : unreadable());
    }

    /** A file that is gone from the disk, or from another server; that server may also have failed. */
    private static boolean isMissing(ServedFile file, Throwable e) {
        return file.source() instanceof FileSource.OnDisk || e instanceof NoSuchFileException;
    }

    private static Failure failure(Throwable e) {
        if (e instanceof AuthenticationFailedException) {
            return Failure.of(ErrorCode.UNAUTHENTICATED, "The credentials are invalid or have expired.");
        }
        if (e instanceof CmsException refusal) {
            return Failure.of(refusal);
        }
        if (DatabaseUnavailable.caused(e)) {
            LOG.warnf("The database did not answer in time: %s", e.toString());
        } else {
            LOG.error("A file could not be looked up", e);
        }
        return unreadable();
    }

    private static Failure unreadable() {
        return Failure.of(ErrorCode.UNAVAILABLE, "The file cannot be read right now; try again in a few seconds.");
    }

    private static Failure notFound() {
        return Failure.of(NOT_FOUND, "There is nothing at this address.");
    }

    private void refuse(RoutingContext route, Failure failure) {
        failures.write(route, failure);
    }

    private record Found(FoundFile file, boolean isPublic) {}
}
