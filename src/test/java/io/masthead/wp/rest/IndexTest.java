package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Uploads;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients learn of the site and generate themselves from. */
@QuarkusTest
class IndexTest {

    private static final String ROOT = "/wp-json";

    private final Uploads uploads = new Uploads();

    @Test
    void the_index_says_what_the_site_is() {
        given().get(ROOT)
                .then()
                .statusCode(200)
                .body("namespaces", hasItems("wp/v2"))
                .body("gmt_offset", is("0"), "timezone_string", is(""))
                .body("show_on_front", is("posts"), "page_on_front", is(0))
                .body("$", hasKey("name"))
                .body("$", hasKey("description"))
                .body("$", hasKey("home"))
                .body("$", hasKey("site_icon_url"));
    }

    @Test
    void the_index_names_application_passwords_and_a_page_that_tells_how_to_make_one() {
        String page = given().get(ROOT)
                .then()
                .body("authentication.keySet()", is(Set.of("application-passwords")))
                .extract()
                .path("authentication.application-passwords.endpoints.authorization");

        given().get(URI.create(page).getPath())
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/me/application-passwords"));
    }

    @Test
    void the_icon_of_the_site_has_its_address() {
        var icon = uploads.picture();
        var settings = Blog.ofAdministrator();
        given().get(ROOT).then().body("site_icon_url", is(""));
        settings.asking().body(Map.of("iconId", icon)).patch("/api/v1/settings");
        try {
            String address = given().get("/wp-json/wp/v2/media/" + icon).path("source_url");
            given().get(ROOT).then().body("site_icon", is((int) icon), "site_icon_url", is(address));
        } finally {
            settings.asking().body("{\"iconId\": null}").patch("/api/v1/settings");
        }
    }

    @Test
    void what_the_site_is_called_is_harmless_as_html() {
        var settings = Blog.ofAdministrator();
        Map<String, ?> before =
                settings.asking().get("/api/v1/settings").jsonPath().getMap("$");
        settings.asking()
                .body(Map.of("title", "<b>A</b> & B", "description", "<script>alert(1)</script>"))
                .patch("/api/v1/settings");
        try {
            given().get(ROOT)
                    .then()
                    .body("name", is("&lt;b&gt;A&lt;/b&gt; &amp; B"))
                    .body("description", is("&lt;script&gt;alert(1)&lt;/script&gt;"));
            given().get("/api/v1/settings").then().body("title", is("<b>A</b> & B"));
        } finally {
            settings.asking()
                    .body(Map.of("title", before.get("title"), "description", before.get("description")))
                    .patch("/api/v1/settings");
        }
    }

    @Test
    void every_route_tells_its_methods_and_arguments() {
        Map<String, Map<String, Object>> routes = given().get(ROOT).path("routes");

        assertThat(routes)
                .containsKeys(
                        "/",
                        "/batch/v1",
                        "/wp/v2",
                        "/wp/v2/categories",
                        "/wp/v2/categories/(?P<id>[\\d]+)",
                        "/wp/v2/settings");
        assertThat(routes.get("/wp/v2/categories"))
                .containsEntry("namespace", "wp/v2")
                .containsEntry("methods", List.of("GET", "POST"));
        given().get(ROOT)
                .then()
                .body("routes.'/wp/v2/categories'.endpoints[0].args.per_page.maximum", is(100))
                .body("routes.'/wp/v2/categories'.endpoints[1].args.name.required", is(true))
                .body("routes.'/wp/v2/categories'.endpoints[1].args.slug.required", is(false))
                .body("routes.'/wp/v2/categories'.endpoints[1].args", not(hasKey("count")));
    }

    @Test
    void only_routes_without_variables_link_to_themselves_and_all_links_work() {
        Map<String, Map<String, Object>> routes = given().get(ROOT).path("routes");

        routes.forEach((pattern, route) -> {
            assertThat(route.containsKey("_links")).isEqualTo(!pattern.contains("("));
            if (route.containsKey("_links")) {
                given().options(ROOT + pattern)
                        .then()
                        .statusCode(200)
                        .body("namespace", is(route.get("namespace")))
                        .body("methods", is(route.get("methods")));
            }
        });
    }

    @Test
    void a_namespace_lists_its_own_routes_alone() {
        Map<String, ?> all = given().get(ROOT).path("routes");
        Map<String, ?> own = given().get(ROOT + "/wp/v2")
                .then()
                .statusCode(200)
                .body("namespace", is("wp/v2"))
                .body("_links.up[0].href", endsWith("/wp-json/"))
                .extract()
                .path("routes");

        assertThat(own.keySet()).isSubsetOf(all.keySet()).allMatch(key -> key.startsWith("/wp/v2"));
        assertThat(own).doesNotContainKeys("/", "/batch/v1");
    }

    @Test
    void schemas_are_told_to_who_asks_for_help() {
        given().get(ROOT).then().body("routes.'/wp/v2/tags'", not(hasKey("schema")));
        given().get(ROOT + "?context=help")
                .then()
                .body("routes.'/wp/v2/tags'.schema.title", is("tag"))
                .body("routes.'/wp/v2/posts'.schema.links[0].href", startsWith("http"));
    }

    @Test
    void fields_narrow_the_index_too() {
        given().get(ROOT + "?_fields=name,namespaces")
                .then()
                .statusCode(200)
                .body("$", hasKey("namespaces"))
                .body("$", not(hasKey("routes")));
    }
}
