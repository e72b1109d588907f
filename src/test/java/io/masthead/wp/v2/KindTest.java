package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What kinds of content, of terms and of statuses there are. */
@QuarkusTest
class KindTest {

    private static final String TYPES = "/wp-json/wp/v2/types";
    private static final String TAXONOMIES = "/wp-json/wp/v2/taxonomies";
    private static final String STATUSES = "/wp-json/wp/v2/statuses";

    private final Tokens tokens = new Tokens();

    @Test
    void types_are_keyed_by_their_names() {
        Map<String, ?> types =
                given().get(TYPES).then().statusCode(200).extract().path("$");

        assertThat(types.keySet()).containsExactlyInAnyOrder("post", "page", "attachment");
        given().get(TYPES + "/page")
                .then()
                .statusCode(200)
                .body("slug", is("page"), "name", is("Pages"), "hierarchical", is(true))
                .body("rest_base", is("pages"), "rest_namespace", is("wp/v2"))
                .body("_links.'wp:items'[0].href", endsWith("/wp/v2/pages"))
                .body("$", not(hasKey("capabilities")))
                .body("$", not(hasKey("labels")));
        given().get(TYPES + "/post").then().body("taxonomies", contains("category", "post_tag"));
    }

    @ParameterizedTest
    @CsvSource({
        "/types/nothing, 404, rest_type_invalid, Invalid post type.",
        "/types/revision, 401, rest_cannot_read_type, Cannot view post type.",
        "/types?context=edit, 401, rest_cannot_view, 'Sorry, you are not allowed to edit posts in this post type.'",
        "/types/post?context=edit, 401, rest_forbidden_context, 'Sorry, you are not allowed to edit posts in this post type.'",
        "/taxonomies/nothing, 404, rest_taxonomy_invalid, Invalid taxonomy.",
        "/taxonomies/post_format, 401, rest_forbidden, 'Sorry, you are not allowed to do that.'",
        "/taxonomies?context=edit, 401, rest_cannot_view, 'Sorry, you are not allowed to manage terms in this taxonomy.'",
        "/taxonomies/category?context=edit, 401, rest_forbidden_context, 'Sorry, you are not allowed to manage terms in this taxonomy.'",
        "/statuses/nothing, 404, rest_status_invalid, Invalid status.",
        "/statuses/draft, 401, rest_cannot_read_status, Cannot view status.",
        "/statuses/inherit, 401, rest_cannot_read_status, Cannot view status.",
        "/statuses?context=edit, 401, rest_cannot_view, 'Sorry, you are not allowed to manage post statuses.'"
    })
    void guests_are_refused_in_the_words_clients_know(String tail, int status, String code, String message) {
        given().get("/wp-json/wp/v2" + tail)
                .then()
                .statusCode(status)
                .body("code", is(code), "message", is(message), "data.status", is(status));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CONTRIBUTOR", "AUTHOR", "EDITOR", "ADMINISTRATOR"})
    void who_writes_sees_what_editors_need(Role role) {
        for (var list : new String[] {TYPES, TAXONOMIES, STATUSES}) {
            get(role, list + "?context=edit").statusCode(200);
        }
        get(role, TYPES + "/post?context=edit")
                .body("capabilities.publish_posts", is("publish_posts"))
                .body("supports.title", is(true))
                .body("labels.singular_name", is("Post"));
        get(role, TAXONOMIES + "/category?context=edit")
                .body("capabilities.assign_terms", is("assign_categories"))
                .body("visibility.public", is(true));
        get(role, STATUSES + "/draft?context=edit")
                .body("name", is("Draft"), "protected", is(true), "show_in_list", is(true));
    }

    @Test
    void a_subscriber_sees_no_more_than_guests() {
        get(Role.SUBSCRIBER, TYPES + "?context=edit").statusCode(403).body("code", is("rest_cannot_view"));
        get(Role.SUBSCRIBER, STATUSES + "/private").statusCode(403).body("code", is("rest_cannot_read_status"));
        get(Role.SUBSCRIBER, STATUSES).body("$", hasKey("publish")).body("$", not(hasKey("draft")));
    }

    @Test
    void pages_are_only_for_who_may_edit_pages() {
        get(Role.AUTHOR, TYPES + "?context=edit").body("$", not(hasKey("page")));
        get(Role.AUTHOR, TYPES + "/page?context=edit").statusCode(403).body("code", is("rest_forbidden_context"));
        get(Role.EDITOR, TYPES + "?context=edit").body("$", hasKey("page"));
    }

    @Test
    void taxonomies_are_keyed_by_their_names_and_belong_to_types() {
        given().get(TAXONOMIES)
                .then()
                .statusCode(200)
                .body("category.hierarchical", is(true), "category.rest_base", is("categories"))
                .body("post_tag.hierarchical", is(false), "post_tag.rest_base", is("tags"))
                .body("post_tag.types", contains("post"))
                .body("post_tag._links.'wp:items'[0].href", endsWith("/wp/v2/tags"));
        given().get(TAXONOMIES + "?type=post").then().body("$", hasKey("category"));
        assertThat(given().get(TAXONOMIES + "?type=page").asString()).isEqualTo("{}");
    }

    @Test
    void guests_see_the_status_of_what_they_can_read() {
        Map<String, ?> statuses = given().get(STATUSES).path("$");
        assertThat(statuses.keySet()).containsExactly("publish");
        given().get(STATUSES + "/publish")
                .then()
                .body("public", is(true), "queryable", is(true))
                .body("_links.archives[0].href", endsWith("/wp/v2/posts"));
        Map<String, ?> all = get(Role.CONTRIBUTOR, STATUSES).extract().path("$");
        assertThat(all.keySet()).containsExactlyInAnyOrder("publish", "future", "draft", "pending", "private", "trash");
    }

    private ValidatableResponse get(Role role, String path) {
        return tokens.as(role).get(path).then();
    }
}
