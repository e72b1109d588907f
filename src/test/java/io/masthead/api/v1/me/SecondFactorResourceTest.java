package io.masthead.api.v1.me;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.bastiaanjansen.otp.TOTPGenerator;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.People.SignedIn;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorResourceTest {

    private static final String MINE = "/api/v1/me/second-factor";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final People people = new People();
    private final Tokens tokens = new Tokens();
    private final TestClock clock = new TestClock();

    private Person ada;
    private SignedIn session;
    private int steps;

    @BeforeEach
    void somebody_signed_in() {
        ada = people.with(Role.EDITOR);
        session = ada.signsIn();
        steps = 0;
    }

    @AfterEach
    void putRight() {
        clock.putRight();
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void sign_ins_take_two_steps_once_a_code_has_been_confirmed() {
        var secret = begun();
        ada.triesToSignIn().statusCode(200); // nothing is asked for yet

        var codes = confirmed(secret);

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.matches("([a-z0-9]{4}-){3}[a-z0-9]{4}"));
        me().get(MINE).then().body("on", is(true), "recoveryCodesLeft", is(10));
        var challenge = challenged();
        answer(challenge, nextCode(secret)).statusCode(200).body("userId", is((int) ada.id()));
    }

    @Test
    void the_first_step_alone_gives_nothing() {
        confirmed(begun());

        ada.triesToSignIn()
                .statusCode(202)
                .header("Cache-Control", "private, no-store")
                .body(
                        "methods", containsInAnyOrder("totp", "recovery_code"),
                        "expiresIn", is(300),
                        "$", not(hasKey("accessToken")),
                        "$", not(hasKey("refreshToken")));
        ada.asking(challenged()).get("/api/v1/me").then().statusCode(401);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_code_is_valid_once() {
        var secret = begun();
        confirmed(secret);
        var code = nextCode(secret);
        var second = challenged();

        answer(challenged(), code).statusCode(200);

        answer(second, code).statusCode(401).body("code", is("credentials_wrong"));
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_wrong_code_leaves_the_challenge_and_a_spent_one_is_refused() {
        var secret = begun();
        confirmed(secret);
        var challenge = challenged();

        answer(challenge, "000000").statusCode(401);
        answer(challenge, nextCode(secret)).statusCode(200);
        answer(challenge, nextCode(secret)).statusCode(401);
        answer("mh_2nd_" + "0".repeat(36), nextCode(secret)).statusCode(401);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_challenge_is_good_for_five_minutes() {
        var secret = begun();
        confirmed(secret);
        var challenge = challenged();

        clock.putForward(Duration.ofMinutes(6));

        answer(challenge, codeAt(secret)).statusCode(401);
    }

    @Test
    void a_recovery_code_serves_once_in_any_spelling() {
        var codes = confirmed(begun());
        var spelled = codes.get(0).replace("-", "").toUpperCase(Locale.ROOT);

        answer(challenged(), spelled).statusCode(200);

        answer(challenged(), codes.get(0)).statusCode(401);
        me().get(MINE).then().body("recoveryCodesLeft", is(9));
        answer(challenged(), codes.get(1)).statusCode(200);
    }

    @Test
    void new_recovery_codes_take_the_place_of_all_earlier_ones() {
        var before = confirmed(begun());

        var after = codes(me().body(Map.of("code", before.get(0))).post(MINE + "/recovery-codes"));

        Set<String> both = new TreeSet<>(before);
        assertThat(after).hasSize(10).noneMatch(both::contains);
        answer(challenged(), before.get(1)).statusCode(401);
        answer(challenged(), after.get(0)).statusCode(200);
    }

    @Test
    void turning_it_off_takes_a_code() {
        var codes = confirmed(begun());

        me().body(Map.of("code", "000000"))
                .post(MINE + "/turn-off")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("wrong"));
        ada.triesToSignIn().statusCode(202);
        me().body(Map.of("code", codes.get(0))).post(MINE + "/turn-off").then().statusCode(204);

        ada.triesToSignIn().statusCode(200);
        me().get(MINE).then().body("on", is(false), "recoveryCodesLeft", is(0));
        me().body(Map.of("code", codes.get(1)))
                .post(MINE + "/turn-off")
                .then()
                .statusCode(409)
                .body("code", is("second_factor_state"));
    }

    @Test
    void it_is_set_up_once_and_only_by_its_own_code() {
        me().body("{\"code\": \"123456\"}").post(MINE + "/confirm").then().statusCode(409);
        var dropped = begun();
        var secret = begun();

        me().body(Map.of("code", codeAt(dropped)))
                .post(MINE + "/confirm")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/code")));
        confirmed(secret);

        me().body(Map.of("currentPassword", ada.password()))
                .post(MINE)
                .then()
                .statusCode(409)
                .body("code", is("second_factor_state"));
        me().get(MINE).then().body("$", not(hasKey("secret")));
    }

    @Test
    void an_administrator_turns_it_off_for_who_has_lost_it() {
        confirmed(begun());
        var path = "/api/v1/users/" + ada.id() + "/second-factor";

        me().delete(path).then().statusCode(403);
        given().delete(path).then().statusCode(401);
        tokens.as(Role.ADMINISTRATOR).delete(path).then().statusCode(204);

        ada.triesToSignIn().statusCode(200);
        tokens.as(Role.ADMINISTRATOR).delete(path).then().statusCode(409);
        tokens.as(Role.ADMINISTRATOR)
                .delete("/api/v1/users/999999999/second-factor")
                .then()
                .statusCode(404);
    }

    @Test
    void setting_it_up_takes_the_password_once_more() {
        me().body("{}").post(MINE).then().statusCode(422).body("errors.pointer", is(List.of("/currentPassword")));
        me().body(Map.of("currentPassword", "a wrong one"))
                .post(MINE)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("wrong"));
        ada.triesToSignIn().statusCode(200);
    }

    @Test
    void nobody_turns_the_own_one_off_as_somebody_elses() {
        var admin = people.with(Role.ADMINISTRATOR);
        var token = admin.signsIn().accessToken();

        admin.asking(token)
                .delete("/api/v1/users/" + admin.id() + "/second-factor")
                .then()
                .statusCode(409)
                .body("code", is("own_account"));
    }

    @Test
    void a_first_step_from_before_does_not_outlive_the_password() {
        var codes = confirmed(begun());
        var challenge = challenged();

        me().body(Map.of("currentPassword", ada.password(), "newPassword", "quite another one"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);

        answer(challenge, codes.get(0)).statusCode(401);
    }

    @Test
    void guests_have_none() {
        given().get(MINE).then().statusCode(401);
        given().contentType("application/json").body("{}").post(MINE).then().statusCode(401);
    }

    private io.restassured.specification.RequestSpecification me() {
        return ada.asking(session.accessToken());
    }

    private String begun() {
        var json = me().body(Map.of("currentPassword", ada.password()))
                .post(MINE)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getString("uri")).startsWith("otpauth://totp/").contains("secret=" + json.getString("secret"));
        return json.getString("secret");
    }

    private List<String> confirmed(String secret) {
        return codes(me().body(Map.of("code", codeAt(secret))).post(MINE + "/confirm"));
    }

    private static List<String> codes(io.restassured.response.Response answer) {
        return answer.then()
                .statusCode(200)
                .body("recoveryCodes", hasSize(10))
                .extract()
                .path("recoveryCodes");
    }

    private String challenged() {
        return ada.triesToSignIn().statusCode(202).extract().path("challenge");
    }

    private ValidatableResponse answer(String challenge, String code) {
        return ada.asking()
                .body(Map.of("challenge", challenge, "code", code))
                .post("/api/v1/auth/second-factor")
                .then();
    }

    /** That of a step that no code has served yet. */
    private String nextCode(String secret) {
        steps++;
        clock.putForward(STEP.multipliedBy(steps));
        return codeAt(secret);
    }

    private String codeAt(String secret) {
        return new TOTPGenerator.Builder(secret.getBytes(StandardCharsets.US_ASCII))
                .build()
                .at(clock.instant());
    }
}
