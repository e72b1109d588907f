package io.masthead.api.v1.auth;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.session.OpenedSession;
import io.masthead.web.CookieOrigins;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * The refresh token as a cookie that scripts cannot read, that other hosts do not get ({@code __Host-},
 * RFC 6265bis section 4.1.3.2), and that pages of other sites do not send, except for the origins in
 * {@code masthead.cors.credentials}.
 */
@Singleton
class SessionCookie {

    static final String NAME = "__Host-masthead-refresh";

    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final Set<String> OF_THIS_SITE = Set.of("same-origin", "same-site", "none");

    private final CookieOrigins origins;
    private final HttpHeaders headers;
    private final Clock clock;

    SessionCookie(CookieOrigins origins, HttpHeaders headers, Clock clock) {
        this.origins = origins;
        this.headers = headers;
        this.clock = clock;
    }

    /** A {@code Set-Cookie} header with the refresh token, for the page that sent this request. */
    String of(OpenedSession opened) {
        var left = Duration.between(clock.instant(), opened.session().expiresAt());
        return cookie(opened.refreshToken(), left.toSeconds());
    }

    /** A {@code Set-Cookie} header that makes the browser forget it. */
    String expired() {
        return cookie("", 0);
    }

    /**
     * Requires that the page that caused the request belongs to this site or to an allowed origin, by
     * {@code Sec-Fetch-Site}, or else by {@code Origin}. {@code SameSite} does not suffice: old browsers
     * ignore it, and cookies for other sites do not have it.
     *
     * @throws CmsException {@link ErrorCode#FORBIDDEN}
     */
    void requireAllowedPage() {
        if (isOfAllowedOrigin()) {
            return;
        }
        var site = site();
        if (site == null ? isOfAnother() : !FROM_HERE.contains(site)) {
            throw new CmsException(ErrorCode.FORBIDDEN, "Pages of other sites cannot use this session.");
        }
    }

    private boolean isOfAllowedOrigin() {
        return origins.include(headers.getHeaderString("Origin"));
    }

    private boolean isOfAnother() {
        var origin = headers.getHeaderString("Origin");
        return origin != null
                && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(headers.getHeaderString(HttpHeaders.HOST));
    }

    private String site() {
        return headers.getHeaderString("Sec-Fetch-Site");
    }

    /**
     * {@code SameSite=Strict} for pages of this site. Pages of other sites get a partitioned cookie
     * (CHIPS), since some browsers refuse any other third-party cookie.
     */
    private String cookie(String value, long maxAge) {
        var site = site();
        var ofOtherSite = isOfAllowedOrigin() && (site == null || !OF_THIS_SITE.contains(site));
        return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=%s"
                .formatted(NAME, value, maxAge, ofOtherSite ? "None; Partitioned" : "Strict");
    }
}
