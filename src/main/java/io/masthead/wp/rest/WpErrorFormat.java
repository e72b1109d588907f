package io.masthead.wp.rest;

import io.masthead.kernel.ErrorCode;
import io.masthead.web.ErrorFormat;
import io.masthead.web.Failure;
import io.masthead.web.RetryAfter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Refusals that were made before, or beside, an endpoint of this surface. */
@Singleton
public class WpErrorFormat implements ErrorFormat {

    private static final int GUEST = 401;

    private final PhpJson json;

    WpErrorFormat(PhpJson json) {
        this.json = json;
    }

    @Override
    public String prefix() {
        return WpGateway.ROOT;
    }

    @Override
    public Response render(Failure failure) {
        return render(error(failure), failure);
    }

    /** Renders a refusal that is already in the words of WordPress. */
    public Response render(WpError error, Failure failure) {
        var answer = Response.status(error.status())
                .type(PhpJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json.write(error.toJson(), false));
        WpResponseWriter.common(answer);
        if (error.status() == GUEST) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Masthead\"");
        }
        if (failure.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(failure.retryAfter()));
        }
        return answer.build();
    }

    private static WpError error(Failure failure) {
        if (failure.code() == ErrorCode.UNAUTHENTICATED) {
            // The endpoints refuse guests themselves; what comes here are credentials.
            return WpErrors.of(ErrorCode.CREDENTIALS_WRONG, GUEST, failure.message());
        }
        if (failure.code() != null) {
            return WpErrors.of(failure.code(), GUEST, failure.message());
        }
        return switch (failure.status()) {
            case 404, 405 -> WpErrors.noRoute();
            case 500 -> WpError.of(500, "internal_server_error", failure.message());
            default -> WpError.of(failure.status(), "rest_error", failure.message());
        };
    }
}
