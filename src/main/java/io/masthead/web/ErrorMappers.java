package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.db.Conflicts;
import io.masthead.platform.db.DatabaseUnavailable;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps refusals and failures to the error format of the requested surface. */
@Singleton
public class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int NOT_ALLOWED = 405;

    private final List<ErrorFormat> formats;
    private final AllowHeader allowedMethods;
    private final PostPasswordLimit postPasswords;

    ErrorMappers(@All List<ErrorFormat> formats, AllowHeader allowedMethods, PostPasswordLimit postPasswords) {
        this.postPasswords = postPasswords;
        this.allowedMethods = allowedMethods;
        this.formats = formats.stream()
                .sorted(Comparator.comparingInt(
                                (ErrorFormat format) -> format.prefix().length())
                        .reversed())
                .toList();
    }

    @ServerExceptionMapper
    Response refused(CmsException e, UriInfo uri) {
        return render(Failure.of(postPasswords.counted(e)), uri);
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    Response badCredentials(AuthenticationFailedException e, UriInfo uri) {
        return render(Failure.of(ErrorCode.UNAUTHENTICATED, "The credentials are invalid or have expired."), uri);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response noCredentials(UnauthorizedException e, UriInfo uri) {
        return render(Failure.of(ErrorCode.UNAUTHENTICATED, "Sign in to do this."), uri);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return render(Failure.of(ErrorCode.FORBIDDEN, "You are not allowed to do this."), uri);
    }

    /** The framework's own errors keep their status: 404, 405, 406, 415. */
    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof CmsException refusal) {
            return refused(refusal, uri);
        }
        var given = e.getResponse();
        if (given.getStatus() >= 500) {
            return failed(e, uri);
        }
        if (given.getStatus() < 400) {
            return given;
        }
        var answer = Response.fromResponse(render(Failure.of(given.getStatus(), sentence(given)), uri));
        return (given.getStatus() == NOT_ALLOWED
                        ? answer.header(HttpHeaders.ALLOW, allowedMethods.of(uri.getPath()))
                        : answer)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        if (Conflicts.isCollision(e)) {
            LOG.warnf("A transaction conflicted with others at every attempt: %s", e.toString());
            return unavailable("Other requests are changing the same data; try again.", uri);
        }
        if (Conflicts.isContradiction(e)) {
            // It may also be due to a missing check; the stack trace tells.
            LOG.error("A constraint refused a write at every attempt", e);
            return unavailable("Other requests are changing the same data; try again.", uri);
        }
        if (DatabaseUnavailable.caused(e)) {
            LOG.warnf("The database did not answer in time: %s", e.toString());
            return unavailable("The service cannot answer right now; try again in a few seconds.", uri);
        }
        LOG.error("A request failed", e);
        return render(Failure.of(500, "Something went wrong here. It has been noted in the log."), uri);
    }

    private Response unavailable(String message, UriInfo uri) {
        return Response.fromResponse(render(Failure.of(ErrorCode.UNAVAILABLE, message), uri))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private Response render(Failure failure, UriInfo uri) {
        return render(failure, uri.getPath().startsWith("/") ? uri.getPath() : "/" + uri.getPath());
    }

    /** In the format of the surface that the path belongs to. */
    public Response render(Failure failure, String path) {
        return formats.stream()
                .filter(format -> path.startsWith(format.prefix()))
                .findFirst()
                .orElseThrow()
                .render(failure);
    }

    private static String sentence(Response given) {
        return switch (given.getStatus()) {
            case 400 -> "The request cannot be read.";
            case 401 -> "Sign in to do this.";
            case 403 -> "You are not allowed to do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This method is not allowed here; see the 'Allow' header.";
            case 406 -> "This address answers in application/json only.";
            case 413 -> "The body is too large.";
            case 415 -> "This address does not take a body of this Content-Type.";
            default -> given.getStatusInfo().getReasonPhrase() + ".";
        };
    }
}
