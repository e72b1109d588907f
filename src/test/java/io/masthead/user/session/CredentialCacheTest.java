package io.masthead.user.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.People;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.UserEvents;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of authentication, and how soon a change of access takes effect. */
@QuarkusTest
class CredentialCacheTest {

    /** It is answered from memory, so that only the cost of authentication remains. */
    private static final String FREE = "/api/v1/settings";

    private static final String POSTS = "/api/v1/posts";

    private final Tokens tokens = new Tokens();
    private final People people = new People();

    @Inject
    EntityManager entities;

    @Inject
    UserEvents changed;

    private final TestClock clock = new TestClock();

    private long userId;
    private String token;

    @BeforeEach
    void an_author_has_a_token() {
        userId = tokens.newcomer().id();
        sql("update users set role = 'AUTHOR' where id = " + userId);
        token = newToken();
        given().get(FREE).then().statusCode(200);
    }

    @AfterEach
    void putRight() {
        clock.putRight();
    }

    @Test
    void a_token_and_its_user_take_one_statement_together() {
        assertThat(cost(() -> asking(newToken()))).isEqualTo(1);
    }

    @Test
    void cached_credentials_take_no_statement() {
        readingWorks();
        assertThat(cost(() -> asking(token))).isZero();
    }

    @Test
    void an_access_token_takes_one_statement_and_then_none() {
        var ada = people.with(Role.AUTHOR);
        assertThat(cost(() -> asking(ada.signsIn().accessToken()))).isEqualTo(1);
        var known = ada.signsIn().accessToken();
        asking(known).get(FREE).then().statusCode(200);
        assertThat(cost(() -> asking(known))).isZero();
    }

    @Test
    void an_application_password_takes_one_statement_and_then_none() {
        assertThat(cost(() -> basic(newPassword()))).isEqualTo(1);
        var known = newPassword();
        basic(known).get(FREE).then().statusCode(200);
        assertThat(cost(() -> basic(known))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mh_pat_", "mh_pat_000000000000000000000000000000000000", "x.y.z", ""})
    void what_is_no_token_is_refused_without_a_statement(String bad) {
        assertThat(costOfRefusal(() -> given().header("Authorization", ("Bearer " + bad).strip())))
                .isZero();
    }

    @Test
    void a_token_with_a_wrong_checksum_is_refused_without_a_statement() {
        assertThat(costOfRefusal(() -> asking(spoiled(token)))).isZero();
        assertThat(costOfRefusal(() -> basic(spoiled(newPassword())))).isZero();
        assertThat(costOfRefusal(() -> basic("a password that somebody made up")))
                .isZero();
    }

    @Test
    void a_change_on_this_node_is_seen_by_the_next_request() {
        readingWorks();
        change("update users set role = 'SUBSCRIBER' where id = " + userId);
        asking(token).get("/api/v1/me").then().body("capabilities", not(hasItem("edit_posts")));

        change("update users set role = 'AUTHOR' where id = " + userId);
        asking(token).get("/api/v1/me").then().body("capabilities", hasItem("edit_posts"));

        change("update users set suspended_at = created_at where id = " + userId);
        asking(token).get(FREE).then().statusCode(401);
        change("update users set suspended_at = null where id = " + userId);
        readingWorks();

        change("delete from api_token where user_id = " + userId);
        asking(token).get(FREE).then().statusCode(401);
    }

    @Test
    void a_change_that_is_rolled_back_is_no_change() {
        readingWorks();
        QuarkusTransaction.begin();
        entities.createNativeQuery("delete from api_token where user_id = " + userId)
                .executeUpdate();
        changed.accessChanged(userId);
        QuarkusTransaction.rollback();

        readingWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update users set suspended_at = created_at where id = ",
                "delete from api_token where user_id = "
            })
    void a_user_suspended_on_another_node_without_events_reads_for_five_seconds_and_never_writes(String elsewhere) {
        readingWorks();
        sql(elsewhere + userId);

        readingWorks();
        asking(token).body("{\"title\": \"Late\"}").post(POSTS).then().statusCode(401);
        asking(token).get(FREE).then().statusCode(401);
    }

    @Test
    void after_five_seconds_a_change_of_another_node_is_seen() {
        readingWorks();
        sql("update users set suspended_at = created_at where id = " + userId);
        clock.putForward(Duration.ofSeconds(4));
        readingWorks();

        clock.putForward(Duration.ofSeconds(6));
        asking(token).get(FREE).then().statusCode(401);
    }

    @Test
    void a_role_that_another_node_has_lowered_counts_for_the_next_write() {
        readingWorks();
        sql("update users set role = 'SUBSCRIBER' where id = " + userId);

        asking(token).body("{\"title\": \"Late\"}").post(POSTS).then().statusCode(403);
    }

    @Test
    void unknown_credentials_are_not_cached() {
        var later = SecretFormat.API_TOKEN.generate();
        asking(later).get(FREE).then().statusCode(401);
        sql(("insert into api_token (id, user_id, name, token_hash, created_at)"
                        + " select nextval('api_token_id_seq'), id, 'Later', '%s',"
                        + " created_at from users where id = %d")
                .formatted(SecretFormat.sha256(later), userId));

        asking(later).get(FREE).then().statusCode(200);
    }

    private void readingWorks() {
        asking(token).get(FREE).then().statusCode(200);
    }

    private String newToken() {
        return tokens.scoped(userId, Scope.CONTENT_READ, Scope.CONTENT_WRITE);
    }

    private String newPassword() {
        var password = SecretFormat.APPLICATION_PASSWORD.generate();
        sql(("insert into api_token (id, user_id, kind, name, token_hash, scopes, created_at)"
                        + " select nextval('api_token_id_seq'), id, 'APPLICATION_PASSWORD',"
                        + " 'Phone', '%s', '', created_at from users where id = %d")
                .formatted(SecretFormat.sha256(password), userId));
        return password;
    }

    private static String spoiled(String secret) {
        var last = secret.charAt(secret.length() - 1);
        return secret.substring(0, secret.length() - 1) + (last == '0' ? '1' : '0');
    }

    private static RequestSpecification asking(String token) {
        return Blog.of(token).asking();
    }

    private RequestSpecification basic(String password) {
        var login = QuarkusTransaction.requiringNew().call(() -> loginOf(userId));
        return given().auth().preemptive().basic(login, password);
    }

    private String loginOf(long id) {
        return (String) entities.createNativeQuery("select login from users where id = " + id)
                .getSingleResult();
    }

    private long cost(Supplier<RequestSpecification> request) {
        return cost(request, 200);
    }

    private long costOfRefusal(Supplier<RequestSpecification> request) {
        return cost(request, 401);
    }

    private long cost(Supplier<RequestSpecification> request, int status) {
        var ready =
                Stream.generate(request).limit(SentStatements.TRIES).toList().iterator();
        return SentStatements.count(() -> ready.next().get(FREE).then().statusCode(status));
    }

    /** A change on this node. */
    private void change(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(statement).executeUpdate();
            changed.accessChanged(userId);
        });
    }

    /** A change on another node, without an event. */
    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
