package io.masthead.api.v1;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.session.OpenedSession;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * The refresh token as a cookie that no script reads, no other host gets ({@code __Host-}, RFC
 * 6265bis section 4.1.3.2), and no other site's page sends.
 */
@Singleton
class SessionCookie {

    static final String NAME = "__Host-masthead-refresh";

    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final Clock clock;

    SessionCookie(Clock clock) {
        this.clock = clock;
    }

    NewCookie of(OpenedSession opened) {
        var left = Duration.between(clock.instant(), opened.session().expiresAt());
        return cookie(opened.refreshToken(), (int) Math.min(left.toSeconds(), Integer.MAX_VALUE));
    }

    /** Makes the browser forget it. */
    NewCookie gone() {
        return cookie("", 0);
    }

    /**
     * A cookie is sent by the browser, not by the page, so the page must be one of this address.
     * {@code SameSite} says so to browsers already; this holds where one does not know it: by
     * {@code Sec-Fetch-Site}, and where that is not sent either, by {@code Origin}.
     *
     * @throws CmsException {@link ErrorCode#FORBIDDEN}
     */
    static void requireOwnPage(HttpHeaders headers) {
        var site = headers.getHeaderString("Sec-Fetch-Site");
        if (site == null ? isOfAnother(headers) : !FROM_HERE.contains(site)) {
            throw new CmsException(
                    ErrorCode.FORBIDDEN, "A page of another site may not use this session.");
        }
    }

    private static boolean isOfAnother(HttpHeaders headers) {
        var origin = headers.getHeaderString("Origin");
        return origin != null
                && !origin.replaceFirst("^https?://", "")
                        .equalsIgnoreCase(headers.getHeaderString(HttpHeaders.HOST));
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
