package io.masthead.api.v1.auth;

import io.masthead.auth.AccessTokens;
import io.masthead.user.session.OpenedSession;
import io.masthead.user.session.SignIn;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The response of every sign-in: a session with its tokens (200), or a challenge (202). */
@Singleton
class SignInResponses {

    private final AccessTokens accessTokens;
    private final SessionCookie cookie;

    SignInResponses(AccessTokens accessTokens, SessionCookie cookie) {
        this.accessTokens = accessTokens;
        this.cookie = cookie;
    }

    /**
     * @param asCookie whether the refresh token is sent as a cookie
     */
    Response of(SignIn signIn, boolean asCookie) {
        if (signIn instanceof SignIn.ChallengeRequired needed) {
            return Response.accepted(ChallengeJson.of(needed)).build();
        }
        return of(((SignIn.Completed) signIn).opened(), asCookie);
    }

    Response of(OpenedSession opened, boolean asCookie) {
        var answer = Response.ok(
                SignedInJson.of(opened, accessTokens.issue(opened.session()), accessTokens.lifetime(), !asCookie));
        return asCookie
                ? answer.header(HttpHeaders.SET_COOKIE, cookie.of(opened)).build()
                : answer.build();
    }
}
