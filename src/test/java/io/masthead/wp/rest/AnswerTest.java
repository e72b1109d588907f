package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes an answer can be asked for in: fields, embedded things, envelopes, scripts. */
@QuarkusTest
class AnswerTest {

    private static final String CATEGORIES = "/wp-json/wp/v2/categories";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    private Blog.Term top;
    private Blog.Term child;

    @BeforeEach
    void two_categories() {
        top = blog.category(Blog.unique("Above / Éá "));
        child = blog.categoryBelow(top, Blog.unique("Below "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_fields=id,slug",
                "_fields=id%2C%20slug",
                "_fields=%20id%20slug%20",
                "_fields=,id,,slug,",
                "_fields[]=id&_fields[]=slug",
                "_fields[0]=id&_fields[1]=slug",
                "_fields=id,slug,nothing,slug.below"
            })
    void only_the_wanted_fields_are_shown(String query) {
        Map<String, ?> one = ofChild(query).statusCode(200).extract().path("$");
        assertThat(one.keySet()).isEqualTo(Set.of("id", "slug"));
        Map<String, ?> listed = get(CATEGORIES + "?include=" + child.id() + "&" + query)
                .extract()
                .path("[0]");
        assertThat(listed.keySet()).isEqualTo(Set.of("id", "slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fields=", "_fields", "_fields=%20,%20"})
    void no_fields_are_all_fields(String query) {
        ofChild(query).body("$", hasKey("taxonomy")).body("$", hasKey("_links"));
    }

    @Test
    void fields_reach_into_fields_and_into_the_links_of_lists() {
        Map<String, ?> links = get(CATEGORIES + "?include=" + child.id() + "&_fields=_links.self,_links.up")
                .extract()
                .path("[0]._links");
        assertThat(links.keySet()).isEqualTo(Set.of("self", "up"));
        ofChild("_fields=_links.nothing").body("$", not(hasKey("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fields=_links.up", "_fields=_links.up&_embed", "_fields=id,_links"})
    void the_links_of_a_single_thing_are_shown_whole(String query) {
        ofChild(query)
                .body("_links", hasKey("self"))
                .body("_links", hasKey("collection"))
                .body("_links", hasKey("up"))
                .body("$", not(hasKey("name")));
    }

    @Test
    void where_nothing_is_kept_there_is_an_empty_list() {
        assertThat(ofChild("_fields=nothing").extract().asString()).isEqualTo("[]");
        assertThat(get(CATEGORIES + "?include=" + child.id() + "&_fields=nothing")
                        .extract()
                        .asString())
                .isEqualTo("[[]]");
        assertThat(get("/wp-json/wp/v2/types?_fields=name").extract().asString())
                .isEqualTo("[]");
    }

    @Test
    void links_are_shown_only_where_they_are_wanted() {
        ofChild("_fields=id").body("$", not(hasKey("_links")));
        ofChild("_fields=id,_links").body("$", hasKey("_links"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_embed", "_embed=", "_embed=1", "_embed=0", "_embed=up", "_embed[]=up", "_embed=about,up"})
    void what_lies_behind_links_is_embedded(String query) {
        ofChild(query)
                .statusCode(200)
                .body("_embedded.up[0].id", is((int) top.id()))
                .body("_embedded.up[0]", not(hasKey("_embedded")))
                .body("_embedded.up[0]", not(hasKey("description")))
                .body("_embedded", not(hasKey("about")));
        get(CATEGORIES + "?include=" + child.id() + "&" + query).body("[0]._embedded.up[0].id", is((int) top.id()));
    }

    @Test
    void nothing_is_embedded_where_it_is_not_asked_for() {
        ofChild("context=view").body("$", not(hasKey("_embedded")));
        ofChild("_embed=nothing").body("$", not(hasKey("_embedded")));
        ofChild("_embed&_fields=id").body("$", not(hasKey("_embedded")));
        ofChild("_embed&_fields=id,_links").body("$", not(hasKey("_embedded")));
        ofChild("_embed&_fields=_links,_embedded")
                .body("$", hasKey("_embedded"))
                .body("$", not(hasKey("id")));
        get(CATEGORIES + "/" + top.id() + "?_embed").body("$", not(hasKey("_embedded")));
    }

    @Test
    void an_envelope_holds_status_and_headers() {
        get(CATEGORIES + "?per_page=1&_envelope")
                .statusCode(200)
                .body("status", is(200))
                .body("body[0]", hasKey("id"))
                .body("headers", hasKey("X-WP-Total"))
                .body("headers.Allow", is("GET"));
        get(CATEGORIES + "/999999999?_envelope=1")
                .statusCode(200)
                .body("status", is(404), "body.code", is("rest_term_invalid"));
        tokens.as(Role.EDITOR)
                .body(Map.of("name", Blog.unique("Wrapped ")))
                .post(CATEGORIES + "?_envelope=1")
                .then()
                .statusCode(200)
                .body("status", is(201))
                .body("headers.Location", startsWith("/wp-json/wp/v2/categories/"));
    }

    @Test
    void what_an_envelope_embeds_is_said_beside_it() {
        ofChild("_envelope&_embed=up").body("body._embedded.up[0].id", is((int) top.id()));
        ofChild("_envelope=up")
                .body("status", is(200), "body.id", is((int) child.id()))
                .body("body", not(hasKey("_embedded")));
    }

    @Test
    void a_callback_makes_a_script() {
        var script = ofChild("_jsonp=app.show_1&_fields=id")
                .statusCode(200)
                .header("Content-Type", startsWith("application/javascript"))
                .header("X-Content-Type-Options", is("nosniff"))
                .extract()
                .asString();
        assertThat(script).isEqualTo("/**/app.show_1({\"id\":" + child.id() + "})");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alert(1)//", "a-b", "%3Cscript%3E", "a%20b", "", "a[]"})
    void a_callback_is_a_name_and_nothing_else(String callback) {
        ofChild("_jsonp=" + callback)
                .statusCode(400)
                .body(containsString("rest_callback_invalid"))
                .body(not(containsString("<script>")));
    }

    @Test
    void json_is_written_as_php_writes_it() {
        var raw = ofTop("_fields=name,link").extract().asString();
        assertThat(raw).contains("Above \\/ \\u00c9\\u00e1").doesNotContain("\n", "É", ": ");
        assertThat(ofTop("_fields=name&_pretty=1").extract().asString()).contains("\n");
        assertThat(ofTop("_fields=name&_pretty=0").extract().asString()).doesNotContain("\n");
    }

    @Test
    void every_answer_names_the_surface_and_is_not_for_search_engines() {
        for (var path : new String[] {CATEGORIES + "/" + top.id(), CATEGORIES + "/999999999", "/wp-json/no"}) {
            given().get(path)
                    .then()
                    .header("X-Robots-Tag", is("noindex"))
                    .header("X-Content-Type-Options", is("nosniff"))
                    .header("Content-Type", startsWith("application/json"))
                    .header("Access-Control-Expose-Headers", is("X-WP-Total, X-WP-TotalPages, Link"))
                    .header("Link", endsWith("/wp-json/>; rel=\"https://api.w.org/\""));
        }
    }

    @Test
    void pages_of_a_list_lead_to_each_other() {
        var ids = top.id() + "," + child.id();
        get(CATEGORIES + "?include=" + ids + "&per_page=1&orderby=id&_locale=user")
                .header("X-WP-Total", is("2"))
                .header("X-WP-TotalPages", is("2"))
                .header("Link", containsString("include%5B0%5D=" + top.id()))
                .header("Link", containsString("_locale=user"))
                .header("Link", endsWith("page=2>; rel=\"next\""))
                .header("Link", not(containsString("prev")));
        get(CATEGORIES + "?include=" + ids + "&per_page=1&page=2")
                .header("Link", endsWith("page=1>; rel=\"prev\""))
                .header("Link", not(containsString("next")));
        get(CATEGORIES + "?include=" + ids + "&page=9").statusCode(200).body("$", is(List.of()));
    }

    private ValidatableResponse ofChild(String query) {
        return get(CATEGORIES + "/" + child.id() + "?" + query);
    }

    private ValidatableResponse ofTop(String query) {
        return get(CATEGORIES + "/" + top.id() + "?" + query);
    }

    private static ValidatableResponse get(String address) {
        return given().urlEncodingEnabled(false).get(address).then();
    }
}
