package io.masthead.api.v1.media;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the settings allow it, an SVG is kept without what could run or load something. */
@QuarkusTest
class SvgUploadTest {

    private final Tokens tokens = new Tokens();

    @Test
    void s31_an_svg_is_cleaned_and_cannot_run() {
        var made = upload(
                        svg("<script>alert(1)</script><rect width='4' onclick='alert(1)'/>"),
                        "logo.svg",
                        "image/svg+xml")
                .statusCode(201)
                .body(
                        "mimeType", is("image/svg+xml"),
                        "url", endsWith(".svg"),
                        "width", is(40),
                        "height", is(30),
                        "renditionState", is("none"),
                        "renditions", empty(),
                        "webpSrcset", nullValue())
                .extract()
                .jsonPath();

        var served = served(made.getString("url"));
        served.then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", is("sandbox; default-src 'none'"))
                .header("Content-Disposition", startsWith("attachment"));
        assertThat(served.asString()).contains("<rect width=\"4\">").doesNotContain("alert", "script", "onclick");
        given().get("/media/" + made.getLong("id") + "/320x0/logo.svg").then().statusCode(404);
    }

    @Test
    void the_wordpress_surface_takes_it_too() {
        var answer = given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "logo.svg", svg("<script>alert(1)</script>"), "image/svg+xml")
                .post("/wp-json/wp/v2/media")
                .then()
                .statusCode(201)
                .body("mime_type", is("image/svg+xml"), "media_type", is("image"), "media_details.width", is(40))
                .extract()
                .jsonPath();

        assertThat(served(answer.getString("source_url")).asString()).doesNotContain("alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><rect>",
                "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
            })
    void what_is_damaged_is_refused(String content) {
        upload(content.getBytes(UTF_8), "logo.svg", "image/svg+xml")
                .statusCode(422)
                .body("errors[0].pointer", is("/file"), "errors[0].code", is("invalid_image"));
    }

    private ValidatableResponse upload(byte[] bytes, String name, String type) {
        return given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", name, bytes, type)
                .post("/api/v1/media")
                .then();
    }

    private static Response served(String url) {
        return given().get(URI.create(url).getPath());
    }

    private static byte[] svg(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'>%s<title>%s</title></svg>"
                .formatted(content, UUID.randomUUID())
                .getBytes(UTF_8);
    }
}
