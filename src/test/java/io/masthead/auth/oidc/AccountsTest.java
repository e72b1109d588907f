package io.masthead.auth.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.platform.audit.AuditTrail;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.People;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.social.CodeChallenge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which account a user of another site signs in to. */
@QuarkusTest
class AccountsTest {

    private static final String SITE = "site";
    private static final String IDENTITIES = "/api/v1/me/identities";

    @Inject
    SwitchedSites sites;

    private final Tokens tokens = new Tokens();
    private final People people = new People();
    private final TestClock clock = new TestClock();

    @Inject
    AuditTrail audit;

    @Inject
    EntityManager entities;

    private OtherSite site;
    private final String subject = Blog.unique("subject");

    @BeforeEach
    void a_site_to_sign_in_by() {
        site = new OtherSite();
        sites.add(SITE, site.issuer());
    }

    @AfterEach
    void put_back() {
        clock.putRight();
        sites.putBack();
        site.close();
    }

    // --- By e-mail address --------------------------------------------------------------------

    @Test
    void an_unverified_address_is_not_linked_to_an_account() {
        var victim = tokens.newcomer();
        for (var verified : new Object[] {false, "false", "yes", 1, null}) {
            var who = signsIn(
                    Blog.unique("stranger"),
                    Map.of("email", victim.email()),
                    claims -> claims.put("email_verified", verified));

            account(who)
                    .body("id", not(is((int) victim.id())))
                    .body("email", nullValue())
                    .body("role", is("subscriber"));
        }
        assertThat(identitiesOf(victim.id())).isZero();
    }

    @Test
    void an_unverified_address_is_not_stored() {
        var email = Blog.unique("free") + "@example.org";

        account(signsIn(subject, Map.of("email", email))).body("email", nullValue());
    }

    @Test
    void a_verified_address_that_is_free_is_stored() {
        var email = Blog.unique("Free") + "@example.org";
        var who = signsIn(subject, Map.of("email", email, "email_verified", true, "name", "Ada"));

        account(who).body("email", is(email)).body("name", is("Ada")).body("login", not(is(email)));
    }

    @Test
    void a_verified_address_is_linked_to_the_subscriber_with_it() {
        var reader = tokens.newcomer();
        var who = signsIn(subject, Map.of("email", reader.email().toUpperCase(Locale.ROOT), "email_verified", true));

        account(who).body("id", is((int) reader.id()));
        // Later sign-ins use the linked account, whatever happens to the address.
        account(signsIn(subject, Map.of())).body("id", is((int) reader.id()));
    }

    @ParameterizedTest
    @EnumSource(names = "SUBSCRIBER", mode = EnumSource.Mode.EXCLUDE)
    void users_above_subscriber_must_give_the_password(Role role) {
        var staff = people.with(role);
        var asked = arrivesAs(staff.email()).then().statusCode(202);

        asked.body("methods", contains("password"))
                .body("challenge", startsWith("mh_lnc_"))
                .body("accessToken", nullValue());
        assertThat(identitiesOf(staff.id())).isZero();
        String challenge = asked.extract().path("challenge");

        links(challenge, "wrong " + staff.password()).statusCode(401).body("code", is("credentials_wrong"));
        assertThat(identitiesOf(staff.id())).isZero();
        links(challenge, staff.password()).statusCode(200).body("userId", is((int) staff.id()));
        assertThat(identitiesOf(staff.id())).isOne();
        links(challenge, staff.password()).statusCode(401);
        account(signsIn(subject, Map.of())).body("id", is((int) staff.id()));
    }

    @Test
    void staff_without_a_password_is_not_linked() {
        var staff = people.with(Role.EDITOR);
        sql("delete from user_password where user_id = " + staff.id());

        assertThat(Browser.parameters(comesBack(subject, verified(staff.email()))))
                .containsEntry("error", "account_exists")
                .doesNotContainKey("code");
        assertThat(identitiesOf(staff.id())).isZero();
    }

    @Test
    void an_unconfirmed_address_is_not_linked_without_the_password() {
        var email = Blog.unique("victim") + "@example.org";
        var attacker = people.with(Role.SUBSCRIBER);
        attacker.asking(attacker.signsIn().accessToken())
                .body(Map.of("email", email, "currentPassword", attacker.password()))
                .patch("/api/v1/me")
                .then()
                .statusCode(200);

        arrivesAs(email).then().statusCode(202).body("methods", contains("password"));
        sql("delete from user_password where user_id = " + attacker.id());
        assertThat(Browser.parameters(comesBack(subject, verified(email)))).containsEntry("error", "account_exists");
        assertThat(identitiesOf(attacker.id())).isZero();
    }

    @Test
    void an_address_that_an_administrator_has_set_is_believed() {
        var reader = people.with(Role.SUBSCRIBER);
        var email = Blog.unique("set") + "@example.org";
        Blog.ofAdministrator()
                .asking()
                .body(Map.of("email", email))
                .patch("/api/v1/users/" + reader.id())
                .then()
                .statusCode(200);

        account(signsIn(subject, verified(email))).body("id", is((int) reader.id()));
    }

    @Test
    void guesses_at_the_password_are_counted_with_those_of_the_login() {
        var staff = people.with(Role.EDITOR);
        String challenge = arrivesAs(staff.email()).path("challenge");
        for (int i = 0; i < 10; i++) {
            links(staff.address(), challenge, "wrong").statusCode(401);
        }

        links(staff.address(), challenge, staff.password()).statusCode(429).body("code", is("too_many_attempts"));
        staff.triesToSignIn().statusCode(429);
        assertThat(identitiesOf(staff.id())).isZero();
    }

    @Test
    void a_reader_promoted_meanwhile_must_give_the_password() {
        var reader = people.with(Role.SUBSCRIBER);
        var browser = new Browser().start(SITE);
        var back = browser.comeBack(
                SITE,
                site.grant(
                        browser.asked(),
                        site.claims(browser.asked(), subject)
                                .put("email", reader.email())
                                .put("email_verified", true)));
        sql("update users set role = 'AUTHOR' where id = " + reader.id());

        browser.exchange(back).then().statusCode(202).body("methods", contains("password"));
        assertThat(identitiesOf(reader.id())).isZero();
    }

    @Test
    void the_challenge_for_a_password_takes_no_code_of_an_authenticator() {
        var staff = people.with(Role.EDITOR);
        String challenge = arrivesAs(staff.email()).path("challenge");

        given().contentType(ContentType.JSON)
                .body(Map.of("challenge", challenge, "code", "123456"))
                .post("/api/v1/auth/second-factor")
                .then()
                .statusCode(401);
        clock.putForward(Duration.ofMinutes(11));
        links(challenge, staff.password()).statusCode(401);
    }

    @Test
    void the_same_subject_at_another_site_is_another_user() {
        try (var other = new OtherSite()) {
            sites.add("other", other.issuer());
            int here = account(signsIn(subject, Map.of())).extract().path("id");
            var browser = new Browser().start("other");
            var code = other.grant(browser.asked(), other.claims(browser.asked(), subject));
            int there = browser.exchange(browser.comeBack("other", code)).path("userId");

            assertThat(there).isNotEqualTo(here);
        }
    }

    @Test
    void names_from_elsewhere_hold_nothing_strange() {
        var who = signsIn(subject, Map.of("name", " Ada\nQuill\u0000\u202e " + "x".repeat(400) + " "));
        String name = account(who).extract().path("name");

        assertThat(name).startsWith("Ada Quill x").hasSizeLessThanOrEqualTo(250).doesNotContain("\n");
        account(signsIn(Blog.unique("nameless"), Map.of())).body("name", is("Reader"));
    }

    // --- Refusals --------------------------------------------------------------------

    @Test
    void suspended_users_cannot_sign_in_with_another_site() {
        var reader = tokens.newcomer();
        signsIn(subject, verified(reader.email()));
        var browser = new Browser().start(SITE);
        var before = browser.comeBack(SITE, site.grant(browser.asked(), claims(browser)));
        sql("update users set suspended_at = current_timestamp where id = " + reader.id());

        browser.exchange(before).then().statusCode(401).body("accessToken", nullValue());
        assertThat(Browser.parameters(comesBack(subject, Map.of())))
                .containsEntry("error", "sign_in_failed")
                .doesNotContainKey("code");
        assertThat(Browser.parameters(comesBack(Blog.unique("another"), verified(reader.email()))))
                .containsEntry("error", "sign_in_failed");
    }

    @Test
    void no_accounts_are_created_if_the_operator_disables_it() {
        sites.letNobodyNewIn();

        assertThat(Browser.parameters(comesBack(subject, Map.of())))
                .containsEntry("error", "no_account")
                .doesNotContainKey("code");
        var reader = tokens.newcomer();
        account(signsIn(subject, verified(reader.email()))).body("id", is((int) reader.id()));
    }

    @Test
    void nothing_is_written_before_the_sign_in_is_fetched() {
        var before = count("users");
        comesBack(subject, Map.of("name", "Ada")).then().statusCode(302);

        assertThat(count("users")).isEqualTo(before);
        assertThat(count("user_identity where subject = '" + subject + "'")).isZero();
    }

    @Test
    void of_two_sign_ins_at_once_one_makes_the_account() throws Exception {
        var browsers =
                IntStream.range(0, 6).mapToObj(i -> new Browser().start(SITE)).toList();
        var codes = browsers.stream()
                .map(one -> one.comeBack(SITE, site.grant(one.asked(), claims(one))))
                .map(back -> Browser.parameters(back).get("code"))
                .toList();
        var all = new CountDownLatch(browsers.size());
        var pool = Executors.newFixedThreadPool(browsers.size());
        try {
            var answers = IntStream.range(0, browsers.size())
                    .mapToObj(i -> pool.submit(() -> {
                        all.countDown();
                        all.await();
                        return Browser.exchange(codes.get(i), browsers.get(i).verifier())
                                .statusCode();
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 401);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("user_identity where subject = '" + subject + "'")).isOne();
        signsIn(subject, Map.of());
    }

    // --- Linked accounts of a user --------------------------------------------------------------------

    @Test
    void signed_in_users_link_and_unlink_accounts() {
        var me = people.with(Role.EDITOR);
        var token = me.signsIn().accessToken();
        var added = addsBy(me.asking(token), me.password(), subject);

        added.then().statusCode(200).body("userId", is((int) me.id()));
        List<Integer> ids = me.asking(token)
                .get(IDENTITIES)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("items.provider", contains(SITE))
                .body("items.issuer", contains(site.issuer()))
                .body("items[0].accountName", is("ada"))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].lastUsedAt", nullValue())
                .body("items[0].subject", nullValue())
                .extract()
                .path("items.id");
        account(signsIn(subject, Map.of())).body("id", is((int) me.id()));
        me.asking(token).get(IDENTITIES).then().body("items[0].lastUsedAt", notNullValue());
        me.asking(token).delete(IDENTITIES + "/" + ids.get(0)).then().statusCode(204);
        me.asking(token).get(IDENTITIES).then().body("items", empty());
        account(signsIn(subject, Map.of())).body("id", not(is((int) me.id())));
    }

    @Test
    void an_account_elsewhere_belongs_to_one_account_here() {
        signsIn(subject, Map.of());
        var me = people.with(Role.EDITOR);
        var back = comesBackWithTicket(me.asking(me.signsIn().accessToken()), me.password(), subject);

        assertThat(Browser.parameters(back.answer())).containsEntry("error", "account_exists");
        assertThat(identitiesOf(me.id())).isZero();
    }

    @Test
    void an_account_elsewhere_that_is_ones_own_already_signs_in() {
        var who = signsIn(subject, Map.of());

        addsBy(given().auth().oauth2(who).contentType(ContentType.JSON), null, subject)
                .then()
                .statusCode(200);
    }

    @Test
    void a_link_cannot_link_an_account_to_a_strangers_account() {
        var attacker = people.with(Role.SUBSCRIBER);
        var ticket = ticket(attacker.asking(attacker.signsIn().accessToken()), attacker.password());
        var ofAttacker = new Browser();
        var victim = new Browser();
        victim.start(SITE, Map.of("ticket", ticket, "challenge", CodeChallenge.of(ofAttacker.verifier())));
        var back = victim.comeBack(SITE, site.grant(victim.asked(), claims(victim)));

        // The victim's front end has another verifier, and the attacker has no code.
        victim.exchange(back).then().statusCode(401);
        assertThat(identitiesOf(attacker.id())).isZero();
        account(signsIn(subject, Map.of())).body("id", not(is((int) attacker.id())));
    }

    @Test
    void a_ticket_is_valid_once_for_one_site_and_five_minutes() {
        var me = people.with(Role.SUBSCRIBER);
        var token = me.signsIn().accessToken();
        sites.add("other", site.issuer());
        var ticket = ticket(me.asking(token), me.password());

        new Browser().start(SITE, Map.of("ticket", ticket));
        refusedTicket(SITE, ticket);
        refusedTicket("other", ticket(me.asking(token), me.password()));
        refusedTicket(SITE, "mh_lnk_junk");
        var late = ticket(me.asking(token), me.password());
        clock.putForward(Duration.ofMinutes(6));
        refusedTicket(SITE, late);
    }

    @Test
    void the_last_sign_in_method_cannot_be_removed() {
        var who = signsIn(subject, Map.of());
        var asking = given().auth().preemptive().oauth2(who).contentType(ContentType.JSON);
        int first = given().spec(asking).get(IDENTITIES).path("items[0].id");

        given().spec(asking)
                .delete(IDENTITIES + "/" + first)
                .then()
                .statusCode(409)
                .body("code", is("last_way_in"));
        addsBy(given().spec(asking), null, subject + "2").then().statusCode(200);
        given().spec(asking).delete(IDENTITIES + "/" + first).then().statusCode(204);
    }

    @Test
    void ways_in_of_others_are_not_there() {
        var who = signsIn(subject, Map.of());
        int id = given().auth().oauth2(who).get(IDENTITIES).path("items[0].id");
        var another = people.with(Role.ADMINISTRATOR);

        another.asking(another.signsIn().accessToken())
                .delete(IDENTITIES + "/" + id)
                .then()
                .statusCode(404)
                .body("code", is("credential_not_found"));
        given().get(IDENTITIES).then().statusCode(401);
    }

    @Test
    void ways_in_are_written_down() {
        var who = signsIn(subject, Map.of());
        int id = account(who).extract().path("id");

        assertThat(deedsOn(id)).containsExactly("created site", "identity_added site", "signed_in site");
    }

    private Response arrivesAs(String verifiedEmail) {
        var browser = new Browser().start(SITE);
        var claims = claims(browser).put("email", verifiedEmail).put("email_verified", true);
        return browser.exchange(browser.comeBack(SITE, site.grant(browser.asked(), claims)));
    }

    private String signsIn(String who, Map<String, ?> more) {
        return signsIn(who, more, claims -> claims);
    }

    private String signsIn(String who, Map<String, ?> more, UnaryOperator<JsonObject> change) {
        var browser = new Browser().start(SITE);
        var claims = site.claims(browser.asked(), who);
        more.forEach(claims::put);
        var code = site.grant(browser.asked(), change.apply(claims));
        return browser.exchange(browser.comeBack(SITE, code))
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private Response comesBack(String who, Map<String, ?> more) {
        var browser = new Browser().start(SITE);
        var claims = site.claims(browser.asked(), who);
        more.forEach(claims::put);
        return browser.comeBack(SITE, site.grant(browser.asked(), claims));
    }

    private record CameBack(Browser browser, Response answer) {}

    private CameBack comesBackWithTicket(RequestSpecification asking, String password, String who) {
        var browser = new Browser().start(SITE, Map.of("ticket", ticket(asking, password)));
        var claims = site.claims(browser.asked(), who).put("preferred_username", "ada");
        return new CameBack(browser, browser.comeBack(SITE, site.grant(browser.asked(), claims)));
    }

    private Response addsBy(RequestSpecification asking, String password, String who) {
        var back = comesBackWithTicket(asking, password, who);
        return back.browser().exchange(back.answer());
    }

    /** Requires the password if the account has one. */
    private static String ticket(RequestSpecification asking, String password) {
        if (password != null) {
            given().spec(asking)
                    .body(Map.of("provider", SITE))
                    .post(IDENTITIES)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/currentPassword")));
        }
        String url = asking.body(
                        password == null
                                ? Map.of("provider", SITE)
                                : Map.of("provider", SITE, "currentPassword", password))
                .post(IDENTITIES)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .extract()
                .path("url");
        var start = SwitchedSites.BASE + "/api/v1/auth/providers/site/start?ticket=";
        assertThat(url).startsWith(start);
        return url.substring(start.length());
    }

    private static void refusedTicket(String provider, String ticket) {
        new Browser()
                .tryToStart(provider, Map.of("ticket", ticket))
                .then()
                .statusCode(400)
                .header("Location", nullValue())
                .body("errors[0].parameter", is("ticket"));
    }

    private static Map<String, Object> verified(String email) {
        return Map.of("email", email, "email_verified", true);
    }

    private static ValidatableResponse links(String challenge, String password) {
        return links(Reader.guest().address(), challenge, password);
    }

    private static ValidatableResponse links(String address, String challenge, String password) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(Map.of("challenge", challenge, "password", password))
                .post("/api/v1/auth/link")
                .then();
    }

    private static ValidatableResponse account(String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/v1/me").then().statusCode(200);
    }

    private JsonObject claims(Browser browser) {
        return site.claims(browser.asked(), subject);
    }

    private long identitiesOf(long userId) {
        return count("user_identity where user_id = " + userId);
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select count(*) from " + what)
                                .getSingleResult())
                        .longValue());
    }

    private List<String> deedsOn(long userId) {
        return audit.latest("user", userId, 10).stream()
                .map(entry -> entry.action() + " " + entry.cause())
                .toList();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
