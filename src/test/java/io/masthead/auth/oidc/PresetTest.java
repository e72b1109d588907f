package io.masthead.auth.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sites known by name, each with its own response format. */
@QuarkusTest
class PresetTest {

    @Inject
    SwitchedSites sites;

    @Inject
    StubbedPresets presets;

    private final WireMockServer stub = new WireMockServer(wireMockConfig().dynamicPort());
    private final Browser browser = new Browser();
    private final String email = Blog.unique("preset") + "@example.org";
    private final long key = ThreadLocalRandom.current().nextLong(1L << 50);

    @BeforeEach
    void a_stub_in_their_place() {
        stub.start();
        presets.at(stub.baseUrl());
        for (var preset : new String[] {"facebook", "twitter", "wordpress", "github"}) {
            sites.addPreset(preset, preset);
            stub.stubFor(post(urlPathEqualTo("/" + preset + "/token"))
                    .withHeader("Accept", equalTo("application/json"))
                    .withFormParam("code_verifier", matching("[A-Za-z0-9_-]{43}"))
                    .willReturn(okJson("{\"access_token\": \"its-token\"}")));
        }
    }

    @AfterEach
    void put_back() {
        sites.putBack();
        stub.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "facebook, https://www.facebook.com/",
        "twitter, https://x.com/i/oauth2/authorize?",
        "wordpress, https://public-api.wordpress.com/oauth2/authorize?",
        "github, https://github.com/login/oauth/authorize?"
    })
    void browsers_are_sent_where_the_site_signs_people_in(String preset, String url) {
        var location = browser.start(preset).tryToStart(preset, Map.of());

        assertThat(location.header("Location")).startsWith(url).doesNotContain("nonce=");
        assertThat(browser.asked()).containsEntry("code_challenge_method", "S256");
    }

    @Test
    void wordpress_com_says_whether_the_address_is_verified() {
        says("/wordpress/user", """
                {"ID": %d, "email": "%s", "email_verified": true,
                 "display_name": "Ada Quill", "username": "adaq"}""".formatted(key, email));

        account("wordpress").body("name", is("Ada Quill")).body("email", is(email));
    }

    @Test
    void an_address_that_wordpress_com_has_not_verified_is_not_believed() {
        says("/wordpress/user", """
                {"ID": %d, "email": "%s", "email_verified": false,
                 "display_name": "Ada", "username": "adaq"}""".formatted(key, email));

        account("wordpress").body("email", nullValue());
    }

    @Test
    void github_has_a_separate_endpoint_for_addresses() {
        says("/github/user", """
                {"id": %d, "login": "adaq", "name": null, "email": "public@example.org"}""".formatted(key));
        says("/github/emails", """
                [{"email": "old@example.org", "primary": false, "verified": true},
                 {"email": "%s", "primary": true, "verified": true}]""".formatted(email));

        account("github").body("name", is("adaq")).body("email", is(email));
    }

    @Test
    void an_address_that_github_has_not_verified_is_not_believed() {
        says("/github/user", """
                {"id": %d, "login": "adaq", "email": "%s"}""".formatted(key, email));
        says("/github/emails", """
                [{"email": "%s", "primary": true, "verified": false}]""".formatted(email));

        account("github").body("email", nullValue());
    }

    @Test
    void a_code_that_github_refuses_fails_the_sign_in() {
        stub.stubFor(post(urlPathEqualTo("/github/token"))
                .atPriority(1)
                .willReturn(okJson("{\"error\": \"bad_verification_code\"}")));
        browser.start("github");

        browser.comeBack("github", "stolen").then().statusCode(400);
    }

    @Test
    void x_wraps_its_response_and_requires_basic_authentication() {
        says("/twitter/user", """
                {"data": {"id": "%d", "name": "Ada", "username": "adaq"}}""".formatted(key));

        account("twitter").body("name", is("Ada")).body("email", nullValue());
        assertThat(stub.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getUrl().equals("/twitter/token"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getRequest().getHeader("Authorization")).startsWith("Basic ");
                    assertThat(event.getRequest().getBodyAsString()).doesNotContain("client_secret");
                });
    }

    @Test
    void facebook_is_not_asked_for_an_address_that_could_not_be_believed() {
        says("/facebook/user", """
                {"id": "%d", "name": "Ada Quill", "email": "%s"}""".formatted(key, email));

        account("facebook").body("name", is("Ada Quill")).body("email", nullValue());
        assertThat(browser.asked().get("scope")).doesNotContain("email");
    }

    @Test
    void a_site_without_a_subject_redirects_back_with_an_error() {
        for (var answer :
                new String[] {"{}", "{\"data\": []}", "{\"data\": {\"id\": {}}}", "{\"data\": {\"id\": \"\"}}"}) {
            says("/twitter/user", answer);

            assertThat(Browser.parameters(comesBack("twitter"))).containsEntry("error", "sign_in_failed");
        }
    }

    private ValidatableResponse account(String preset) {
        String token = browser.exchange(comesBack(preset)).path("accessToken");
        return given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
    }

    private Response comesBack(String preset) {
        return browser.start(preset).comeBack(preset, "code");
    }

    private void says(String path, String json) {
        stub.stubFor(get(urlPathEqualTo(path))
                .withHeader("Authorization", equalTo("Bearer its-token"))
                .willReturn(okJson(json)));
    }
}
