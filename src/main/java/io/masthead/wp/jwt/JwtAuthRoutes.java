package io.masthead.wp.jwt;

import io.masthead.auth.AccessTokens;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.User;
import io.masthead.user.credential.Device;
import io.masthead.user.session.SignIn;
import io.masthead.user.session.SignIns;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /jwt-auth/v1/token} opens a session, {@code /token/validate} says whether its token is valid. */
@Singleton
class JwtAuthRoutes implements WpRoutes {

    static final String NAMESPACE = "jwt-auth/v1";

    /** The plug-in refuses with 403 throughout. */
    static final int REFUSED = 403;

    private static final String TOKEN = "/" + NAMESPACE + "/token";
    private static final String BEARER = "bearer ";

    private final SignIns signIns;
    private final AccessTokens tokens;

    JwtAuthRoutes(SignIns signIns, AccessTokens tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @Override
    public List<Route<?>> routes() {
        var credentials = new LinkedHashMap<String, Schema>();
        credentials.put("username", Schema.ofType("string"));
        credentials.put("password", Schema.ofType("string"));
        return List.of(
                Route.in(NAMESPACE, TOKEN).post(credentials, Permission.EVERYBODY, this::signIn),
                Route.in(NAMESPACE, TOKEN + "/validate").post(Map.of(), Permission.EVERYBODY, JwtAuthRoutes::validate));
    }

    private WpAnswer signIn(WpRequest request) {
        var login = given(request, "username");
        var password = given(request, "password");
        if (begin(login, password, request) instanceof SignIn.Completed completed) {
            var session = completed.opened().session();
            return WpAnswer.ok(answer(tokens.issue(session), session.user()));
        }
        throw refused(
                "second_factor_required",
                "This account has a second factor. Sign in by /api/v1/auth/login, or use an application password.");
    }

    private SignIn begin(String login, String password, WpRequest request) {
        try {
            return signIns.withPassword(
                    login,
                    password,
                    new Device(request.call().address(), request.call().userAgent()));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.CREDENTIALS_WRONG) {
                // One code for unknown users too, though the plug-in has another: it would tell who has an account.
                throw refused("incorrect_password", "The username or the password is incorrect.");
            }
            throw e;
        }
    }

    private static String given(WpRequest request, String name) {
        var value = request.text(name);
        if (value == null || value.isBlank()) {
            throw refused("empty_" + name, "<strong>Error:</strong> The " + name + " field is empty.");
        }
        return value;
    }

    private static Map<String, Object> answer(String token, User user) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("token", token);
        answer.put("user_email", user.email());
        answer.put("user_nicename", user.slug());
        answer.put("user_display_name", user.displayName());
        return answer;
    }

    /** A token that is not valid has been refused before. */
    private static WpAnswer validate(WpRequest request) {
        var header = request.header("authorization");
        if (header == null) {
            throw new WpException(REFUSED, "jwt_auth_no_auth_header", "Authorization header not found.");
        }
        if (request.actor().isAnonymous() || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new WpException(REFUSED, "jwt_auth_bad_auth_header", "Authorization header malformed.");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("code", "jwt_auth_valid_token");
        answer.put("data", Map.of("status", 200));
        return WpAnswer.ok(answer);
    }

    private static WpException refused(String code, String message) {
        return new WpException(REFUSED, "[jwt_auth] " + code, message);
    }
}
