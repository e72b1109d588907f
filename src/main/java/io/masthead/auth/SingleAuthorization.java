package io.masthead.auth;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a request with several {@code Authorization} headers: the field has one value (RFC 9110 section
 * 11.6.2), and a proxy in front may have checked another one.
 */
class SingleAuthorization {

    @ServerRequestFilter(preMatching = true)
    void require(ContainerRequestContext request) {
        var lines = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (lines != null && lines.size() > 1) {
            throw new CmsException(
                    ErrorCode.INVALID_PARAMETER,
                    "A request can have only one 'Authorization' header; this one has several.");
        }
    }
}
