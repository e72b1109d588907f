package io.masthead.wp.v2;

import static io.masthead.testsupport.Blog.unique;
import static io.masthead.wp.v2.WpClients.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class UserRoutesTest {

    private static final String USERS = "/wp-json/wp/v2/users";

    private final WpClients clients = new WpClients();

    @Test
    void readers_see_a_profile_and_nothing_of_the_account() {
        var name = unique("Ada & <i>Co</i> ");
        var author = clients.of(Map.of("role", "author", "name", name)).publishing();

        guest().get(USERS + "/" + author.id())
                .then()
                .statusCode(200)
                .header("Allow", "GET")
                .body("id", is((int) author.id()))
                .body(
                        "name",
                        is(name.strip()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")))
                .body("slug", is(author.account().slug()))
                .body("link", containsString("/author/" + author.account().slug() + "/"))
                .body("avatar_urls.keySet()", contains("24", "48", "96"))
                .body("meta", is(List.of()))
                .body("_links.self[0].targetHints.allow", contains("GET"))
                .body("_links.collection[0].href", containsString("/wp-json/wp/v2/users"))
                .body("$", not(hasKey("username")))
                .body("$", not(hasKey("email")))
                .body("$", not(hasKey("roles")))
                .body("$", not(hasKey("capabilities")))
                .body("$", not(hasKey("password")))
                .body(not(containsString(author.login())))
                .body(not(containsString(author.email())));
    }

    @Test
    void who_has_published_nothing_is_seen_by_administrators_and_the_own_eyes_only() {
        var quiet = clients.ofRole("author");
        var path = USERS + "/" + quiet.id();

        guest().get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .header("Allow", nullValue())
                .body("code", is("rest_user_cannot_view"))
                .body("message", is("Sorry, you are not allowed to list users."))
                .body("data.status", is(401));
        clients.ofRole("editor").asking().get(path).then().statusCode(403);
        quiet.asking().get(path).then().statusCode(200);
        clients.ofRole("administrator")
                .asking()
                .get(path)
                .then()
                .statusCode(200)
                .header("Allow", "GET, POST, PUT, PATCH, DELETE");
        guest().get(USERS + "?include=" + quiet.id()).then().header("X-WP-Total", "0");
        quiet.asking().get(USERS + "?include=" + quiet.id()).then().body("$", empty());
    }

    @Test
    void the_own_account_shows_all_of_itself() {
        var client = clients.ofRole("author");

        client.asking()
                .get(USERS + "/me?context=edit")
                .then()
                .statusCode(200)
                .header("Allow", "GET, POST, PUT, PATCH")
                .header("Cache-Control", containsString("no-store"))
                .body("username", is(client.login()), "email", is(client.email()))
                .body("first_name", is(""), "last_name", is(""), "locale", is("en_US"))
                .body("nickname", is(client.login()))
                .body("roles", contains("author"))
                .body("registered_date", containsString("+00:00"))
                .body("capabilities", hasEntry("publish_posts", true))
                .body("capabilities", hasEntry("level_2", true))
                .body("capabilities", hasEntry("author", true))
                .body("capabilities", not(hasKey("edit_others_posts")))
                .body("extra_capabilities", is(Map.of("author", true)))
                .body("meta.persisted_preferences", is(List.of()))
                .body("$", not(hasKey("password")));
        client.asking().get(USERS + "/ME").then().statusCode(200).body("$", not(hasKey("email")));
        client.asking().get(USERS + "/me?id=1").then().body("id", is((int) client.id()));
    }

    @Test
    void a_guest_has_no_own_account() {
        guest().get(USERS + "/me")
                .then()
                .statusCode(401)
                .body("code", is("rest_not_logged_in"))
                .body("message", is("You are not currently logged in."));
        guest().body("{}").put(USERS + "/me").then().statusCode(404);
        guest().delete(USERS + "/me?reassign=1&force=true").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "roles=author, rest_user_cannot_view",
        "capabilities=edit_posts, rest_user_cannot_view",
        "context=edit, rest_forbidden_context",
        "orderby=email, rest_forbidden_orderby",
        "orderby=registered_date, rest_forbidden_orderby",
        "who=authors, rest_forbidden_who"
    })
    void what_tells_of_accounts_is_refused_to_others(String query, String code) {
        guest().get(USERS + "?" + query).then().statusCode(401).body("code", is(code), "data.status", is(401));
        clients.ofRole("subscriber")
                .asking()
                .get(USERS + "?" + query)
                .then()
                .statusCode(403)
                .body("code", is(code));
    }

    @Test
    void readers_search_neither_logins_nor_addresses() {
        var author = clients.ofRole("author").publishing();
        var owner = clients.ofRole("administrator");
        for (var secret : List.of(author.login(), author.email(), author.email().substring(0, 9))) {
            for (var columns : List.of("", "&search_columns=email", "&search_columns=username")) {
                var query = USERS + "?search=" + secret + columns;
                guest().get(query).then().statusCode(200).body("$", empty());
                clients.ofRole("editor").asking().get(query).then().body("$", empty());
            }
        }
        owner.asking().get(USERS + "?search=" + author.email()).then().body("id", contains((int) author.id()));
        owner.asking()
                .get(USERS + "?search_columns=username&search=" + author.login())
                .then()
                .body("id", contains((int) author.id()));
        guest().get(USERS + "?search=" + author.account().slug().substring(3))
                .then()
                .body("id", contains((int) author.id()));
        guest().get(USERS + "?search=100%25_\\").then().statusCode(200).body("$", empty());
    }

    @Test
    void lists_come_in_the_order_that_was_asked_for() {
        var mark = unique("o");
        var b = clients.of(Map.of("name", mark + " b", "role", "author")).publishing();
        var a = clients.of(Map.of("name", mark + " A", "role", "editor")).publishing();
        var c = clients.of(Map.of("name", mark + " c", "role", "author")).publishing();
        int[] ids = {(int) a.id(), (int) b.id(), (int) c.id()};
        var all = USERS + "?search=" + mark;

        guest().get(all).then().body("id", contains(ids[0], ids[1], ids[2]));
        guest().get(all + "&order=desc").then().body("id", contains(ids[2], ids[1], ids[0]));
        guest().get(all + "&orderby=id").then().body("id", contains(ids[1], ids[0], ids[2]));
        guest().get(all + "&orderby=slug").then().body("id", contains(ids[0], ids[1], ids[2]));
        guest().get(all + "&orderby=url").then().body("id", hasSize(3));
        guest().get(USERS + "?orderby=include&include=" + ids[2] + "," + ids[0])
                .then()
                .body("id", contains(ids[2], ids[0]));
        guest().get(USERS
                        + "?orderby=include_slugs&slug[]="
                        + c.account().slug()
                        + "&slug[]="
                        + b.account().slug())
                .then()
                .body("id", contains(ids[2], ids[1]));
        guest().get(all + "&exclude=" + ids[0]).then().body("id", contains(ids[1], ids[2]));
        guest().get(all + "&per_page=2&page=2")
                .then()
                .header("X-WP-Total", "3")
                .header("X-WP-TotalPages", "2")
                .header("Link", containsString("rel=\"prev\""))
                .body("id", contains(ids[2]));
        guest().get(all + "&page=99").then().statusCode(200).header("X-WP-Total", "3");
        guest().get(all + "&offset=-1").then().body("id", contains(ids[1], ids[2]));
        var owner = clients.ofRole("administrator").asking();
        owner.get(all + "&roles=author,bogus").then().body("id", contains(ids[1], ids[2]));
    }

    @Test
    void administrators_narrow_lists_by_what_accounts_may_do() {
        var mark = unique("n");
        var author = clients.of(Map.of("name", mark + " a", "role", "author"));
        var editor = clients.of(Map.of("name", mark + " e", "role", "editor"));
        var reader = clients.of(Map.of("name", mark + " r"));
        var owner = clients.ofRole("administrator");
        var all = USERS + "?search=" + mark;

        owner.asking().get(all + "&orderby=email").then().body("id", hasSize(3));
        owner.asking().get(all + "&orderby=registered_date").then().body("id", hasSize(3));
        owner.asking().get(all + "&roles=bogus").then().body("$", empty());
        owner.asking()
                .get(all + "&capabilities=edit_others_posts,level_8")
                .then()
                .body("id", contains((int) editor.id()));
        owner.asking().get(all + "&who=authors").then().body("id", not(hasItem((int) reader.id())));
        owner.asking().get(all + "&context=edit&roles=author").then().body("username", contains(author.login()));
        owner.asking().get(all + "&has_published_posts=true").then().body("$", empty());
    }

    @Test
    void who_published_is_told_by_kind() {
        var mark = unique("k");
        var writer = clients.of(Map.of("name", mark + " p", "role", "editor"));
        Blog.of(writer.session())
                .page(unique("Page "))
                .with("status", "published")
                .write();
        var all = USERS + "?search=" + mark + "&has_published_posts=";

        guest().get(all + "page").then().body("id", contains((int) writer.id()));
        guest().get(all + "post,page").then().body("id", contains((int) writer.id()));
        guest().get(all + "post").then().body("$", empty()).header("X-WP-Total", "0");
        guest().get(all + "attachment").then().body("$", empty());
        guest().get(all + "true").then().body("id", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderby=password",
                "orderby=id;--",
                "order=ASC",
                "per_page=101",
                "per_page=0",
                "page=0",
                "page=x",
                "include=x",
                "who=readers",
                "has_published_posts=novel",
                "search_columns=password",
                "context=raw"
            })
    void what_cannot_be_asked_is_named(String query) {
        guest().get(USERS + "?" + query)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params." + query.split("=", -1)[0], not(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=9223372036854775807",
                "offset=9223372036854775807",
                "include=99999999999999999999999",
                "search=%00",
                "slug=%00",
                "search=' or 1=1 --",
                "has_published_posts=false",
                "orderby=include",
                "orderby=include_slugs"
            })
    void odd_values_find_little_and_break_nothing(String query) {
        var status = guest().get(USERS + "?" + query).statusCode();
        assertThat(status).isIn(200, 400);
    }

    @Test
    void nobody_is_found_by_an_id_that_nobody_has() {
        for (var id : List.of("999999999", "99999999999999999999")) {
            guest().get(USERS + "/" + id).then().statusCode(404).body("code", is("rest_user_invalid_id"));
        }
        guest().get(USERS + "/abc").then().statusCode(404).body("code", is("rest_no_route"));
    }

    @Test
    void options_describe_a_user() {
        guest().options(USERS)
                .then()
                .statusCode(200)
                .header("Allow", "GET")
                .body("schema.title", is("user"))
                .body("schema.properties.email.context", contains("edit"))
                .body("schema.properties.password.context", empty())
                .body("endpoints[1].args.password.required", is(true));
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void a_list_costs_two_statements_and_a_part_that_fits_one() {
        var mark = unique("s");
        for (int i = 0; i < 4; i++) {
            clients.of(Map.of("name", mark + i, "role", "author")).publishing();
        }
        var part = USERS + "?per_page=2&search=" + mark;
        var whole = USERS + "?search=" + mark;

        assertThat(cheapest(part, 2)).isEqualTo(2);
        assertThat(cheapest(whole, 4)).isEqualTo(1);
    }

    private long cheapest(String path, int size) {
        return SentStatements.count(() -> guest().get(path).then().body("id", hasSize(size)));
    }

    @Test
    void a_nonce_is_never_right_and_not_asked_of_who_signed_in() {
        guest().header("X-WP-Nonce", "1a2b3c")
                .get(USERS)
                .then()
                .statusCode(403)
                .body("code", is("rest_cookie_invalid_nonce"));
        guest().get(USERS + "?_wpnonce=x").then().statusCode(403);
        clients.ofRole("subscriber")
                .asking()
                .header("X-WP-Nonce", "1a2b3c")
                .get(USERS)
                .then()
                .statusCode(200);
    }
}
