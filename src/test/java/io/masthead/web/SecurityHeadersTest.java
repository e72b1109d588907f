package io.masthead.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No response can be used as a page by a browser, whichever handler writes it. */
@QuarkusTest
class SecurityHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "/, 200, default-src 'none'",
        "/api/v1/posts, 200, default-src 'none'",
        "/api/v1/nothing, 404, default-src 'none'",
        "/wp-json/, 200, default-src 'none'",
        "/index.php/wp-json/wp/v2/posts, 200, default-src 'none'",
        "/wp-json/nothing, 404, default-src 'none'",
        "/nothing, 404, default-src 'none'",
        "/feed/, 200, default-src 'none'",
        "/robots.txt, 200, default-src 'none'",
        "/sitemap.xml, 301, default-src 'none'",
        "/openapi, 200, default-src 'none'",
        "/openapi/wordpress, 200, default-src 'none'",
        "/docs/wordpress, 200, default-src 'none'; style-src 'self'",
        "/docs, 302, default-src 'self'",
        "/docs/, 200, default-src 'self'",
        "/docs/swagger-ui.css, 200, default-src 'self'",
        "/docs/nothing, 404, default-src 'self'",
    })
    void every_response_has_security_headers(String path, int status, String policy) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(status)
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", startsWith(policy))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Strict-Transport-Security", nullValue());
    }
}
