package io.masthead.testsupport;

import io.masthead.kernel.Scope;
import io.masthead.user.ImportedUser;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserImport;
import io.masthead.user.secret.SecretFormat;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A user of each role with a token, which no endpoint gives out. */
@ApplicationScoped
public class Tokens {

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final UserImport users;
    private final EntityManager entities;
    private final Clock clock;

    Tokens(UserImport users, EntityManager entities, Clock clock) {
        this.users = users;
        this.entities = entities;
        this.clock = clock;
    }

    /** The token of the user whose login is the role in lower case; the same one each time. */
    @Transactional
    public synchronized String of(Role role) {
        if (role == Role.ADMINISTRATOR) {
            return FirstAdministrator.TOKEN;
        }
        return tokens.computeIfAbsent(role, missing -> issue(user(missing).id(), "*"));
    }

    /** A new token of that user, for these scopes only. */
    @Transactional
    public String scoped(Role role, Scope... scopes) {
        return scoped(idOf(role), scopes);
    }

    /** A new token of a user, for these scopes only. */
    @Transactional
    public String scoped(long userId, Scope... scopes) {
        return issue(
                userId, Arrays.stream(scopes).map(Scope::name).collect(Collectors.joining(",")));
    }

    /** A request of that user, with a JSON body if it has one. */
    public RequestSpecification as(Role role) {
        return RestAssured.given().auth().oauth2(of(role)).contentType(ContentType.JSON);
    }

    /** The id of that user. */
    @Transactional
    public long idOf(Role role) {
        return role == Role.ADMINISTRATOR ? User.FIRST_ADMINISTRATOR : user(role).id();
    }

    /** A subscriber whom no other test knows, and who has published nothing. */
    @Transactional
    public User newcomer() {
        var login = Blog.unique("newcomer");
        return users.create(
                new ImportedUser(
                        null, login, login + "@example.org", "The " + login, Role.SUBSCRIBER));
    }

    private User user(Role role) {
        var login = role.name().toLowerCase(Locale.ROOT);
        return users.findByLogin(login)
                .orElseGet(
                        () ->
                                users.create(
                                        new ImportedUser(
                                                null,
                                                login,
                                                login + "@example.org",
                                                "The " + login,
                                                role)));
    }

    private String issue(long userId, String scopes) {
        var token = SecretFormat.API_TOKEN.generate();
        entities.flush();
        entities.createNativeQuery(
                        "insert into api_token (id, user_id, name, token_hash, scopes, created_at)"
                                + " values (nextval('api_token_id_seq'), :user, 'Test', :hash,"
                                + " :scopes, :now)")
                .setParameter("user", userId)
                .setParameter("scopes", scopes)
                .setParameter("hash", SecretFormat.sha256(token))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return token;
    }
}
