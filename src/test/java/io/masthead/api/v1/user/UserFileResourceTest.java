package io.masthead.api.v1.user;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.People;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.ImportedUser;
import io.masthead.user.Role;
import io.masthead.user.UserImport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class UserFileResourceTest {

    private static final String USERS = "/api/v1/imports/users";
    private static final String PORTABLE = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";
    private static final String PASSWORD = "test12345";

    private final Tokens tokens = new Tokens();
    private final People people = new People();

    private final String mark = Blog.unique("u").toLowerCase(Locale.ROOT);

    @DisabledOnIntegrationTest("It looks into the server.")
    @ParameterizedTest
    @CsvSource({
        "test12345, $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "correct horse battery, $wp$2y$05$abcdefghijklmnopqrstuuSWhiHJHydaBXVMWmjx2HNPUDSd0M7h2",
        "Zwölf Boxkämpfer, $2y$05$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
    })
    void an_imported_user_signs_in_with_the_old_password_which_is_then_hashed_anew(String password, String hash) {
        send(row(mark, hash, "author")).statusCode(200).body("created", is(1), "updated", is(0), "passwords", is(1));

        signIn(mark, password + "?").statusCode(401);
        assertThat(hashOf(mark)).isEqualTo(hash);
        signIn(mark, password).statusCode(200);
        assertThat(hashOf(mark)).startsWith("$argon2id$");
        signIn(mark, password).statusCode(200);
        signIn(mark + "@example.org", password).statusCode(200);
        assertThat(roleOf(mark)).isEqualTo("author");
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void somebody_whom_an_export_brought_gets_password_address_and_role() {
        long id = QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(UserImport.class)
                        .create(new ImportedUser(null, mark, null, "Old Name", null))
                        .id());

        send("login,email,hash,role,display_name\n%s,%s@example.org,%s,editor,\n"
                        .formatted(mark.toUpperCase(Locale.ROOT), mark, PORTABLE))
                .statusCode(200)
                .body("created", is(0), "updated", is(1), "passwords", is(1));

        assertThat(roleOf(mark)).isEqualTo("editor");
        signIn(mark + "@example.org", PASSWORD).statusCode(200);
        given().auth()
                .oauth2(FirstAdministrator.TOKEN)
                .get("/api/v1/users/" + id)
                .then()
                .body("name", is("Old Name"), "account.email", is(mark + "@example.org"));
        assertThat(number(
                        "select count(*) from audit_entry where subject_kind = 'user' and actor_id = 1 and action in ('password_imported', 'role_changed', 'email_changed') and subject_id = "
                                + id))
                .isEqualTo(3);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void an_id_that_is_free_is_kept_and_never_given_to_anybody_else() {
        long id = number("select max(id) from users") + 50;
        send("id,login,email,hash,role,slug\n%d,%s,%s@example.org,%s,author,%s-pen\n"
                        .formatted(id, mark, mark, PORTABLE, mark))
                .statusCode(200);

        assertThat(number("select id from users where login = '" + mark + "'")).isEqualTo(id);
        assertThat(text("select slug from users where id = " + id)).isEqualTo(mark + "-pen");
        assertThat(number("select nextval('user_id_seq')")).isGreaterThan(id);
    }

    @Test
    void a_password_that_was_set_here_stays_however_often_the_file_is_sent() {
        var somebody = people.with(Role.AUTHOR);
        var file = "login,email,hash,role\n%s,%s,%s,author\n".formatted(somebody.login(), somebody.email(), PORTABLE);

        send(file).statusCode(200).body("updated", is(1), "passwords", is(0));

        somebody.triesToSignIn().statusCode(200);
        somebody.triesToSignInWith(PASSWORD).statusCode(401);
    }

    @Test
    void one_row_at_fault_keeps_all_out_and_no_hash_is_repeated() {
        var before = users("");
        send("login,email,hash,role\n"
                        + "%s.a,%s.a@example.org,%s,author\n".formatted(mark, mark, PORTABLE)
                        + "%s.b,no address,%s,author\n".formatted(mark, PORTABLE)
                        + "%s/c,%s.c@example.org,%s,author\n".formatted(mark, mark, PORTABLE))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", is(List.of("/rows/3/email", "/rows/4/login")))
                .body(not(containsString(PORTABLE)));
        assertThat(users("")).isEqualTo(before);
    }

    @Test
    void an_address_that_is_in_use_keeps_all_out() {
        var somebody = people.with(Role.SUBSCRIBER);
        var before = users("");
        send("login,email,hash,role\n"
                        + "%s.a,%s.a@example.org,%s,author\n".formatted(mark, mark, PORTABLE)
                        + "%s.b,%s,%s,author\n".formatted(mark, somebody.email(), PORTABLE))
                .statusCode(422)
                .body("errors[0].pointer", is("/rows/3/email"), "errors[0].code", is("taken"));
        assertThat(users("")).isEqualTo(before);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void the_caller_keeps_the_own_role() {
        var email = text("select coalesce(email, '%s@example.org') from users where id = 1".formatted(mark));
        send("login,email,hash,role\nadmin,%s,%s,subscriber\n".formatted(email, PORTABLE))
                .statusCode(422)
                .body("errors[0].pointer", is("/rows/2/role"));
        assertThat(roleOf("admin")).isEqualTo("administrator");
    }

    @Test
    void a_token_that_stands_for_no_sign_in_cannot() {
        var all = tokens.scoped(Role.ADMINISTRATOR, Scope.grantable().toArray(Scope[]::new));
        given().auth()
                .oauth2(all)
                .multiPart("file", "users.csv", row(mark, PORTABLE, "author").getBytes(UTF_8))
                .post(USERS)
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void only_administrators_can(Role role) {
        given().auth()
                .oauth2(tokens.of(role))
                .multiPart("file", "users.csv", row(mark, PORTABLE, "author").getBytes(UTF_8))
                .post(USERS)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        assertThat(users(mark)).isZero();
    }

    @Test
    void a_form_without_a_file_and_another_kind_of_body_are_refused() {
        given().auth()
                .oauth2(FirstAdministrator.TOKEN)
                .multiPart("other", "x")
                .post(USERS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/file"));
        given().auth()
                .oauth2(FirstAdministrator.TOKEN)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(USERS)
                .then()
                .statusCode(415);
        send("").statusCode(422).body("errors[0].code", is("required"));
    }

    private static String row(String login, String hash, String role) {
        return "login,email,hash,role\n%s,%s@example.org,%s,%s\n".formatted(login, login, hash, role);
    }

    private static ValidatableResponse send(String file) {
        return given().auth()
                .oauth2(FirstAdministrator.TOKEN)
                .multiPart("file", "users.csv", file.getBytes(UTF_8), "text/csv")
                .post(USERS)
                .then();
    }

    private static ValidatableResponse signIn(String login, String password) {
        return given().header("X-Forwarded-For", Reader.guest().address())
                .contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/auth/login")
                .then();
    }

    private String hashOf(String login) {
        return text("select p.hash from user_password p join users u on u.id = p.user_id where u.login = '%s'"
                .formatted(login));
    }

    private String roleOf(String login) {
        return accounts(login).path("items.find { it.account.login == '" + login + "' }.account.role");
    }

    private int users(String search) {
        return accounts(search).path("page.total");
    }

    private static Response accounts(String search) {
        return Blog.ofAdministrator()
                .asking()
                .queryParams(search.isEmpty() ? Map.of() : Map.of("search", search))
                .queryParam("count", true)
                .get("/api/v1/users");
    }

    private long number(String sql) {
        return ((Number) value(sql)).longValue();
    }

    private String text(String sql) {
        return (String) value(sql);
    }

    private Object value(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery(sql)
                        .getSingleResult());
    }
}
