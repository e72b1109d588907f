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
 * The refresh token as a cookie that no script reads, no other host gets ({@code __Host-}, RFC
 * 6265bis section 4.1.3.2), and no page of another site sends: but for pages of the origins that
 * {@code masthead.cors.credentials} lets use it.
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

    /** A {@code Set-Cookie} header with the refresh token, for the page that this request is of. */
    String of(OpenedSession opened) {
        var left = Duration.between(clock.instant(), opened.session().expiresAt());
        return cookie(opened.refreshToken(), left.toSeconds());
    }

    /** A {@code Set-Cookie} header that makes the browser forget it. */
    String gone() {
        return cookie("", 0);
    }

    /**
     * A cookie is sent by the browser, not by the page, so the page must be one of this address, or
     * of an origin that may use it. {@code SameSite} says so to browsers already; this holds where
     * one does not know it, and where the cookie is for other sites too: by {@code Sec-Fetch-Site},
     * and where that is not sent either, by {@code Origin}.
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
     * Strict for pages of this site, whatever their origin. A page of another site gets one that is
     * sent from there, and, where the browser keeps cookies apart by the site in the address bar
     * (CHIPS), from nowhere else: some browsers refuse any other cookie there.
     */
    private String cookie(String value, long maxAge) {
        var site = site();
        var ofOtherSite = isOfAllowedOrigin() && (site == null || !OF_THIS_SITE.contains(site));
        return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=%s"
                .formatted(NAME, value, maxAge, ofOtherSite ? "None; Partitioned" : "Strict");
    }
}
