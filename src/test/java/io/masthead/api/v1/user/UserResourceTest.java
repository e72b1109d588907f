package io.masthead.api.v1.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class UserResourceTest {

    private static final String USERS = "/api/v1/users";
    private static final Set<String> PROFILE =
            Set.of("id", "name", "slug", "biography", "url", "path", "website", "avatarUrl");

    private final Tokens tokens = new Tokens();

    @Test
    void a_guest_sees_the_profile_of_who_has_published_and_nothing_more() {
        var id = published(Role.AUTHOR);
        var answer = given().get(USERS + "/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Tag", "settings,user-" + id)
                .body("name", is("The author"), "slug", is("author"))
                .extract();
        assertThat(answer.jsonPath().getMap("$").keySet()).isEqualTo(PROFILE);
        assertThat(answer.asString()).doesNotContain("@", "login", "role");
        given().header("If-None-Match", answer.header("ETag"))
                .get(USERS + "/" + id)
                .then()
                .statusCode(304);
        given().get(USERS + "/by-slug/author").then().statusCode(200).body("id", is(id));
    }

    @Test
    void a_guest_lists_only_who_has_published() {
        var author = published(Role.AUTHOR);
        var newcomer = tokens.newcomer();
        given().queryParams("limit", 100, "count", true)
                .get(USERS)
                .then()
                .statusCode(200)
                .body(
                        "items.id", hasItem(author),
                        "items.id", not(hasItem((int) newcomer.id())),
                        "items", everyItem(not(hasKey("account"))));
        given().queryParams("search", newcomer.slug(), "count", true)
                .get(USERS)
                .then()
                .body("items", is(List.of()), "page.total", is(0));
        given().queryParams("slug", newcomer.slug() + ",author")
                .get(USERS)
                .then()
                .body("items.slug", is(List.of("author")));
    }

    @Test
    void who_is_hidden_looks_like_who_does_not_exist() {
        var newcomer = tokens.newcomer();
        var hidden = given().get(USERS + "/" + newcomer.id());
        var missing = given().get(USERS + "/999999999");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).isEqualTo(missing.asString());
        assertThat(hidden.path("code").toString()).isEqualTo("user_not_found");
        var hiddenSlug = given().get(USERS + "/by-slug/" + newcomer.slug());
        assertThat(hiddenSlug.statusCode()).isEqualTo(404);
        assertThat(hiddenSlug.asString()).isEqualTo(missing.asString());
    }

    @Test
    void who_has_published_nothing_any_more_is_hidden_again() {
        var id = tokens.newcomer().id();
        var post = tokens.as(Role.EDITOR)
                .body(Map.of("title", "For now", "status", "published", "authorId", id))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        given().get(USERS + "/" + id).then().statusCode(200);
        tokens.as(Role.EDITOR).delete("/api/v1/posts/" + post).then().statusCode(200);
        given().get(USERS + "/" + id).then().statusCode(404);
    }

    @Test
    void an_administrator_sees_everybody_with_the_account() {
        var id = (int) tokens.idOf(Role.SUBSCRIBER);
        tokens.as(Role.ADMINISTRATOR)
                .get(USERS + "/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Cache-Tag", nullValue())
                .body(
                        "account.login", is("subscriber"),
                        "account.email", is("subscriber@example.org"),
                        "account.role", is("subscriber"),
                        "account", hasKey("createdAt"));
        tokens.as(Role.ADMINISTRATOR)
                .queryParams("slug", "administrator,subscriber", "fields", "id,account.login")
                .get(USERS)
                .then()
                .body("items.id", hasItems(1, id), "items.account.login", hasItem("subscriber"));
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_sees_an_account_not_even_ones_own(Role role) {
        var id = published(Role.AUTHOR);
        tokens.as(role).get(USERS + "/" + id).then().body("$", not(hasKey("account")));
        tokens.as(role)
                .get(USERS + "/" + tokens.idOf(role))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("account")));
        tokens.as(role).get(USERS).then().body("items", everyItem(not(hasKey("account"))));
        tokens.as(role)
                .queryParam("fields", "account")
                .get(USERS + "/" + id)
                .then()
                .statusCode(200)
                .body("$", is(Map.of()));
    }

    @Test
    void search_knows_no_login_and_no_address() {
        published(Role.AUTHOR);
        tokens.as(Role.ADMINISTRATOR)
                .queryParam("search", "example.org")
                .get(USERS)
                .then()
                .body("items", is(List.of()));
    }

    @Test
    void lists_are_paged_and_sorted() {
        Set.of(Role.AUTHOR, Role.EDITOR, Role.CONTRIBUTOR, Role.SUBSCRIBER).forEach(role -> tokens.idOf(role));
        var all = tokens.as(Role.ADMINISTRATOR)
                .queryParams("sort", "-id", "limit", 100)
                .get(USERS)
                .then()
                .extract()
                .<List<Integer>>path("items.id");
        var first = tokens.as(Role.ADMINISTRATOR)
                .queryParams("sort", "-id", "limit", 2)
                .get(USERS)
                .then()
                .body("items.id", is(all.subList(0, 2)), "page.prev", nullValue())
                .extract();
        var second = tokens.as(Role.ADMINISTRATOR)
                .queryParams("sort", "-id", "limit", 2)
                .queryParam("cursor", first.<String>path("page.next"))
                .get(USERS)
                .then()
                .body("items.id", is(all.subList(2, 4)))
                .extract();
        tokens.as(Role.ADMINISTRATOR)
                .queryParams("sort", "-id", "limit", 2)
                .queryParam("cursor", second.<String>path("page.prev"))
                .get(USERS)
                .then()
                .body("items.id", is(all.subList(0, 2)));
        tokens.as(Role.ADMINISTRATOR)
                .queryParams("sort", "-id", "limit", 2, "page", 2, "count", true)
                .get(USERS)
                .then()
                .body("items.id", is(all.subList(2, 4)), "page.total", greaterThanOrEqualTo(all.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=created",
                "sort=email",
                "sort=login",
                "role=author",
                "login=admin",
                "email=a",
                "slug[]=a",
                "search=a&search=b",
                "limit=1000",
                "fields=email"
            })
    void a_bad_parameter_is_named(String query) {
        given().urlEncodingEnabled(false)
                .get(USERS + "?" + query.replace("[]", "%5B%5D"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808"})
    void what_is_no_id_is_refused(String id) {
        given().get(USERS + "/" + id).then().statusCode(400).body("errors[0].parameter", is("id"));
    }

    /** Has the user publish something; gives the user's id. */
    private int published(Role role) {
        return tokens.as(role)
                .body(Map.of("title", "Seen", "status", "published"))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("author.id");
    }
}
