package io.masthead.api.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is the one that is served, so that a change of contract is a diff. */
@QuarkusTest
public class OpenApiDocumentTest {

    public static final Path COMMITTED = Path.of("openapi", "masthead.json");

    private static final String WRITE = "masthead.openapi.write";

    @Test
    void the_served_document_is_the_committed_one() throws IOException {
        var served = given().queryParam("format", "JSON")
                        .get("/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .strip()
                + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("The API and openapi/masthead.json differ. If the change is meant, write"
                        + " the file with ./mvnw test -Dtest=OpenApiDocumentTest -D"
                        + WRITE
                        + "=true and commit it.")
                .isEqualTo(served);
    }

    @Test
    void the_interactive_page_shows_it_and_needs_nothing_from_elsewhere() {
        var page = given().get("/docs/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'self';"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();

        assertThat(page)
                .contains(
                        "{url: \"/openapi\", name: \"API v1\"}",
                        "{url: \"/openapi/wordpress\", name: \"WordPress REST API\"}",
                        "validatorUrl: 'none'",
                        "filter: true",
                        "persistAuthorization: true",
                        "name=\"viewport\"")
                .doesNotContainPattern("(src|href)=[\"'](https?:)?//");
    }
}
