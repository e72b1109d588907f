package io.masthead.testsupport;

import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A user of each role with a token. In the process of the server it is written to the database,
 * since no endpoint gives the token of somebody else; a packaged server is asked as its users do,
 * who sign in.
 */
public final class Tokens {

    /** All that a session may do, and no API token. */
    private static final String EVERYTHING = "*";

    private static final String PASSWORD = "nine harbour cranes";

    /** Of each role, by the server, since another one starts with a database of its own. */
    private static final Map<Integer, Map<Role, String>> TOKENS = new HashMap<>();

    private static final Map<Integer, Map<Role, Long>> IDS = new HashMap<>();

    private static final Map<Integer, Map<Long, String>> PASSWORDS = new ConcurrentHashMap<>();

    /** What a packaged server was asked for, by server, user and scopes. */
    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

    /** The password of a user, so that nobody has to give them another one. */
    static void remember(long userId, String password) {
        PASSWORDS
                .computeIfAbsent(RestAssured.port, port -> new ConcurrentHashMap<>())
                .put(userId, password);
    }

    /**
     * The token of the user whose login is the role in lower case; mostly the same one each time.
     */
    public String of(Role role) {
        if (role == Role.ADMINISTRATOR) {
            return FirstAdministrator.TOKEN;
        }
        synchronized (TOKENS) {
            var known = TOKENS.computeIfAbsent(RestAssured.port, port -> new HashMap<>());
            var token = known.get(role);
            if (token == null || !isGood(token)) {
                token = issue(idOf(role), EVERYTHING);
                known.put(role, token);
            }
            return token;
        }
    }

    /** A token of that user, for these scopes only. */
    public String scoped(Role role, Scope... scopes) {
        return scoped(idOf(role), scopes);
    }

    /**
     * A token of a user, for these scopes only. Beside a packaged server a user without a known
     * password gets one, and with {@link Scope#ACCOUNT} the token is their session.
     */
    public String scoped(long userId, Scope... scopes) {
        return issue(userId, Arrays.stream(scopes).map(Scope::name).collect(Collectors.joining(",")));
    }

    /** A request of that user, with a JSON body if it has one. */
    public RequestSpecification as(Role role) {
        return RestAssured.given().auth().oauth2(of(role)).contentType(ContentType.JSON);
    }

    /** The id of that user. */
    public long idOf(Role role) {
        if (role == Role.ADMINISTRATOR) {
            return User.FIRST_ADMINISTRATOR;
        }
        if (!InProcess.isServer()) {
            return found(role);
        }
        synchronized (TOKENS) {
            return IDS.computeIfAbsent(RestAssured.port, port -> new HashMap<>())
                    .computeIfAbsent(role, Tokens::found);
        }
    }

    /** A subscriber whom no other test knows, and who has published nothing. */
    public Account newcomer() {
        return named(Blog.unique("newcomer"), Role.SUBSCRIBER);
    }

    /** A packaged server ends a session where a test does, and starts anew after a failure. */
    private static boolean isGood(String token) {
        return InProcess.isServer() || Blog.of(token).asking().get("/api/v1/me").statusCode() == 200;
    }

    /** The user of a role, whom the first test makes that needs one. */
    private static long found(Role role) {
        var answer = Blog.ofAdministrator().asking().get("/api/v1/users/by-slug/" + login(role));
        return answer.statusCode() == 200
                ? answer.jsonPath().getLong("id")
                : named(login(role), role).id();
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Account named(String login, Role role) {
        return Account.with(Map.of(
                "login",
                login,
                "slug",
                login,
                "email",
                login + "@example.org",
                "name",
                "The " + login,
                "role",
                login(role)));
    }

    private static String issue(long userId, String scopes) {
        return InProcess.isServer() ? stored(userId, scopes) : asked(userId, scopes);
    }

    private static String stored(long userId, String scopes) {
        var token = SecretFormat.API_TOKEN.generate();
        QuarkusTransaction.requiringNew()
                .run(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery("insert into api_token (id, user_id, name,"
                                + " token_hash, scopes, created_at) values"
                                + " (nextval('api_token_id_seq'), :user,"
                                + " 'Test', :hash, :scopes, :now)")
                        .setParameter("user", userId)
                        .setParameter("scopes", scopes)
                        .setParameter("hash", SecretFormat.sha256(token))
                        .setParameter("now", InProcess.bean(Clock.class).instant())
                        .executeUpdate());
        return token;
    }

    private static String asked(long userId, String scopes) {
        var wanted = scopes.equals(EVERYTHING)
                ? EnumSet.allOf(Scope.class)
                : EnumSet.copyOf(
                        Arrays.stream(scopes.split(",")).map(Scope::valueOf).toList());
        if (wanted.contains(Scope.ACCOUNT)) {
            return signedIn(userId);
        }
        wanted.retainAll(Scope.grantable());
        // Used again, since nobody may have more than a hundred.
        return MADE.compute(
                RestAssured.port + " " + userId + " " + wanted,
                (key, made) -> made != null && isGood(made) ? made : make(signedIn(userId), wanted));
    }

    private static String signedIn(long userId) {
        return userId == User.FIRST_ADMINISTRATOR ? FirstAdministrator.TOKEN : signIn(userId);
    }

    private static String make(String session, EnumSet<Scope> scopes) {
        return Blog.of(session)
                .asking()
                .body(Map.of(
                        "name",
                        "Test",
                        "scopes",
                        scopes.stream().map(Scope::word).toList()))
                .post("/api/v1/me/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static String signIn(long userId) {
        var login = Blog.ofAdministrator()
                .asking()
                .get("/api/v1/users/" + userId)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("account.login");
        var server = PASSWORDS.computeIfAbsent(RestAssured.port, port -> new ConcurrentHashMap<>());
        var password = server.get(userId);
        if (password != null) {
            var answer = signIn(login, password);
            if (answer.statusCode() == 200) {
                return answer.path("accessToken");
            }
        }
        Blog.ofAdministrator()
                .asking()
                .body(Map.of("password", PASSWORD))
                .patch("/api/v1/users/" + userId)
                .then()
                .statusCode(200);
        server.put(userId, PASSWORD);
        return signIn(login, PASSWORD).then().statusCode(200).extract().path("accessToken");
    }

    private static Response signIn(String login, String password) {
        return Reader.guest()
                .asking()
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/auth/login");
    }
}
