package io.masthead.wp.jwt;

import io.masthead.kernel.ErrorCode;
import io.masthead.web.ErrorFormat;
import io.masthead.web.Failure;
import io.masthead.wp.rest.WpError;
import io.masthead.wp.rest.WpErrorFormat;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Refuses a token that is not valid in the plug-in's words, and all else in those of WordPress. */
@Singleton
class JwtErrorFormat implements ErrorFormat {

    private final WpErrorFormat others;

    JwtErrorFormat(WpErrorFormat others) {
        this.others = others;
    }

    @Override
    public String prefix() {
        return others.prefix() + "/" + JwtAuthRoutes.NAMESPACE;
    }

    @Override
    public Response render(Failure failure) {
        return failure.code() == ErrorCode.UNAUTHENTICATED
                ? others.render(WpError.of(JwtAuthRoutes.REFUSED, "jwt_auth_invalid_token", failure.message()), failure)
                : others.render(failure);
    }
}
