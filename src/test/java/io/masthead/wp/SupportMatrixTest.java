package io.masthead.wp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page that says what of WordPress is served. */
@QuarkusTest
class SupportMatrixTest {

    private static final String PAGE = "/docs/wordpress";

    @Test
    void everybody_may_read_it_and_it_runs_nothing() {
        given().get(PAGE)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Cache-Control", containsString("s-maxage="));
        var page = page();
        assertThat(page.select("script, style, iframe, [style], [onclick]")).isEmpty();
        assertThat(page.select("[src], link[href]").eachAttr("href")).containsExactly("/docs/wordpress/style.css");
        given().get("/docs/wordpress/style.css").then().statusCode(200).header("Content-Type", startsWith("text/css"));
    }

    @Test
    void what_it_links_to_is_there() {
        assertThat(page().select("a[href]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(href -> given().get(href).then().statusCode(200));
        given().get("/docs/").then().statusCode(200);
        given().get("/docs/wordpress/other").then().statusCode(404);
    }

    @Test
    void every_resource_that_is_served_has_a_row() {
        Map<String, ?> routes = given().get("/wp-json").path("routes");
        var rows = String.join(", ", page().select("#support + table tbody th").eachText());

        assertThat(routes.keySet().stream()
                        .filter(route -> route.matches("/wp/v2/[a-z-]+"))
                        .map(route -> route.substring("/wp/v2/".length())))
                .isNotEmpty()
                .allMatch(rows::contains);
    }

    @Test
    void every_row_says_how_far_it_is_served_and_every_difference_why() {
        assertThat(page().select("#support + table tbody td:nth-of-type(1)").eachText())
                .isNotEmpty()
                .allMatch(word -> List.of("full", "partial", "not").contains(word));
        var differences = page().select("tr[id]");
        assertThat(differences).hasSizeGreaterThan(20);
        assertThat(differences.eachAttr("id")).doesNotHaveDuplicates();
        assertThat(differences.select("td:nth-of-type(2)").eachText())
                .hasSameSizeAs(differences)
                .noneMatch(String::isBlank);
    }

    @Test
    void it_names_the_passwords_that_are_refused() {
        assertThat(page().select("#short-passwords").text()).contains("fewer than 8 characters");
    }

    @Test
    void the_package_has_the_same_table() throws IOException {
        var source = Files.readString(Path.of("src/main/java/io/masthead/wp/package-info.java"));
        var rows = page().select("#support + table tbody tr");

        for (var row : rows) {
            assertThat(source)
                    .contains("<tr><td>%s</td><td>%s</td></tr>"
                            .formatted(
                                    row.select("th").text(),
                                    row.select("td:nth-of-type(1)").text()));
        }
        assertThat(source.lines().filter(line -> line.contains("<tr>"))).hasSameSizeAs(rows);
    }

    private static Document page() {
        return Jsoup.parse(given().get(PAGE).asString());
    }
}
