package io.masthead.auth.oidc;

import static io.restassured.RestAssured.given;

import io.masthead.testsupport.Blog;
import io.masthead.user.social.CodeChallenge;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser with a front end: it keeps cookies and the verifier, and follows no redirects by itself. */
final class Browser {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String verifier = (Blog.unique("verifier") + "x".repeat(43)).substring(0, 43);

    /** The parameters of the request to the other site. */
    private Map<String, String> asked = Map.of();

    String verifier() {
        return verifier;
    }

    Map<String, String> asked() {
        return asked;
    }

    String state() {
        return asked.get("state");
    }

    void forgetCookies() {
        cookies.clear();
    }

    /** Replaces the values of all cookies. */
    void forgeCookies(String value) {
        cookies.replaceAll((name, kept) -> value);
    }

    void takeCookiesOf(Browser other) {
        cookies.putAll(other.cookies);
    }

    /** Follows the redirect to the other site. */
    Browser start(String provider) {
        return start(provider, Map.of());
    }

    Browser start(String provider, Map<String, String> more) {
        var answer = tryToStart(provider, more);
        answer.then().statusCode(302);
        keepCookies(answer);
        asked = OtherSite.form(URI.create(answer.header("Location")).getRawQuery());
        return this;
    }

    Response tryToStart(String provider, Map<String, String> more) {
        var parameters = new HashMap<String, String>();
        parameters.put("returnTo", SwitchedSites.EXACT);
        parameters.put("challenge", CodeChallenge.of(verifier));
        parameters.putAll(more);
        return request().queryParams(parameters).get("/api/v1/auth/providers/" + provider + "/start");
    }

    /** Calls back with a code. */
    Response comeBack(String provider, String code) {
        return comeBack(provider, Map.of("state", state(), "code", code));
    }

    Response comeBack(String provider, Map<String, String> parameters) {
        var answer = request().queryParams(parameters).get("/api/v1/auth/providers/" + provider + "/callback");
        keepCookies(answer);
        return answer;
    }

    /** The parameters of the redirect to the front end. */
    static Map<String, String> parameters(Response answer) {
        answer.then().statusCode(302);
        var location = URI.create(answer.header("Location"));
        if (!answer.header("Location").startsWith(SwitchedSites.EXACT)) {
            throw new AssertionError("It leads to " + location);
        }
        return OtherSite.form(location.getRawQuery());
    }

    /** Exchanges the code for a session. */
    Response exchange(Response cameBack) {
        return exchange(parameters(cameBack).get("code"), verifier);
    }

    static Response exchange(String code, String verifier) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "verifier", verifier))
                .post("/api/v1/auth/exchange");
    }

    private RequestSpecification request() {
        var request = given().redirects().follow(false);
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private void keepCookies(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }
}
