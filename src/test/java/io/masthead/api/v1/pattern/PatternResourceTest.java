package io.masthead.api.v1.pattern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Synced patterns: who reads and changes them, and what is refused. */
@QuarkusTest
public class PatternResourceTest {

    private static final String PATTERNS = "/api/v1/patterns";

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void what_was_read_is_written_back_without_a_change() {
        var title = Blog.unique("Tide <times> & \u65e5\u672c ");
        var source = "<!-- wp:paragraph --><p>\u00bd past \"nine\"</p><!-- /wp:paragraph -->";
        var created = blog.asking()
                .body(Map.of("title", title, "source", source))
                .post(PATTERNS)
                .then()
                .statusCode(201)
                .body("title", is(title))
                .body("source", is(source))
                .extract();
        var path = PATTERNS + "/" + created.jsonPath().getLong("id");
        var etag = created.header("ETag");

        blog.asking()
                .header("If-Match", etag)
                .body(Map.of("title", title, "source", source))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", is(etag))
                .body("updatedAt", is(created.<String>path("updatedAt")));
        blog.asking()
                .header("If-Match", etag)
                .body(Map.of("source", "x"))
                .patch(path)
                .then()
                .statusCode(200);
        blog.asking()
                .header("If-Match", etag)
                .body(Map.of("source", "y"))
                .patch(path)
                .then()
                .statusCode(412);
        blog.asking().get(PATTERNS + "?limit=100&sort=-updated").then().body("items.title", hasItem(title));
    }

    @Test
    void bad_fields_are_named_at_once() {
        blog.asking()
                .body(Map.of("title", " "))
                .post(PATTERNS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/title", "/source"));
        blog.asking()
                .body(Map.of("title", "x".repeat(401), "source", "a\u0000b"))
                .post(PATTERNS)
                .then()
                .statusCode(422)
                .body("errors.code", is(List.of("too_long", "invalid_characters")));
        blog.asking()
                .body(Map.of("title", "x", "source", "<b>".repeat(30_000)))
                .post(PATTERNS)
                .then()
                .statusCode(422)
                .body("errors.code", is(List.of("too_complex")));
    }

    @Test
    void readers_see_no_list_of_patterns() {
        var secret = Blog.unique("Unused ");
        blog.pattern(secret, "x");

        assertThat(given().get(PATTERNS).then().statusCode(401).extract().asString())
                .doesNotContain(secret);
        given().auth()
                .oauth2(new Tokens().of(Role.SUBSCRIBER))
                .get(PATTERNS)
                .then()
                .statusCode(403);
    }
}
