package io.masthead.wp.v2.menu;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Menus as WordPress' core and as the plug-in of headless front ends serve them. */
@QuarkusTest
class MenuRoutesTest {

    private static final String V2 = "/wp-json/wp/v2/";
    private static final String MENUS = V2 + "menus";
    private static final String ITEMS = V2 + "menu-items";
    private static final String PLACES = V2 + "menu-locations";
    private static final String PUBLIC = "/wp-json/menus/v1/";

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_menu_is_made_changed_and_deleted_as_in_wordpress() {
        var name = Blog.unique("Main & more ");
        var place = Blog.unique("place");
        var id = admin().body(Map.of("name", name, "description", "Words", "locations", List.of(place)))
                .post(MENUS)
                .then()
                .statusCode(201)
                .body("name", is(name.replace("&", "&amp;")))
                .body("description", is("Words"))
                .body("locations", is(List.of(place)))
                .body("auto_add", is(false))
                .body("meta", empty())
                .body("_links.'wp:menu-location'[0].href", endsWith("/menu-locations/" + place))
                .extract()
                .<Integer>path("id");
        admin().body(Map.of("name", name))
                .post(MENUS)
                .then()
                .statusCode(400)
                .body("code", is("menu_exists"))
                .body("message", containsString("conflicts with another menu name"));
        admin().body(Map.of("locations", List.of("no good")))
                .post(MENUS + "/" + id)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_menu_location"));
        admin().body(Map.of("auto_add", true))
                .post(MENUS + "/" + id)
                .then()
                .statusCode(400)
                .body("data.params", hasKey("auto_add"));
        admin().get(PLACES + "/" + place)
                .then()
                .statusCode(200)
                .body("name", is(place))
                .body("menu", is(id));
        admin().get(PLACES).then().body("$", hasKey(place));
        admin().get(PLACES + "/none" + place).then().statusCode(404).body("code", is("rest_menu_location_invalid"));
        admin().get(MENUS + "?search=" + name.split(" ", -1)[3])
                .then()
                .header("X-WP-Total", "1")
                .body("id", is(List.of(id)));
        admin().delete(MENUS + "/" + id)
                .then()
                .statusCode(501)
                .body("message", is("Menus do not support trashing. Set 'force=true' to delete."));
        admin().delete(MENUS + "/" + id + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true))
                .body("previous.id", is(id));
        admin().get(MENUS + "/" + id).then().statusCode(404).body("code", is("rest_term_invalid"));
    }

    @Test
    void items_are_made_changed_and_deleted_one_by_one() {
        var menu = (int) blog.menu(Blog.unique("Items")).id();
        var page = blog.page(Blog.unique("Linked")).with("status", "published").write();
        var top = admin().body(Map.of(
                        "menus",
                        menu,
                        "title",
                        "Top & more",
                        "url",
                        "https://top.example/",
                        "classes",
                        List.of("a", "b")))
                .post(ITEMS)
                .then()
                .statusCode(201)
                .body("title.rendered", is("Top &amp; more"))
                .body("title.raw", is("Top & more"))
                .body("type", is("custom"))
                .body("type_label", is("Custom Link"))
                .body("classes", is(List.of("a", "b")))
                .body("xfn", is(List.of("")))
                .body("invalid", is(false))
                .body("menus", is(menu))
                .extract()
                .<Integer>path("id");
        var below = admin().body(Map.of(
                        "menus",
                        menu,
                        "type",
                        "post_type",
                        "object",
                        "page",
                        "object_id",
                        page.id(),
                        "parent",
                        top,
                        "menu_order",
                        7,
                        "target",
                        "_blank"))
                .post(ITEMS)
                .then()
                .statusCode(201)
                .body("title.rendered", is(page.json().getString("title")))
                .body("url", endsWith("/" + page.slug() + "/"))
                .body("object", is("page"))
                .body("object_id", is((int) page.id()))
                .body("parent", is(top))
                .body("menu_order", is(7))
                .body("_links.'wp:menu-item-object'[0].href", endsWith("/pages/" + page.id()))
                .extract()
                .<Integer>path("id");
        admin().body(Map.of("title", "Own"))
                .put(ITEMS + "/" + below)
                .then()
                .statusCode(200)
                .body("title.raw", is("Own"))
                .body("target", is("_blank"));
        admin().get(ITEMS + "?menus=" + menu).then().header("X-WP-Total", "2").body("id", is(List.of(top, below)));
        admin().body(Map.of("menus", menu, "title", "No URL"))
                .post(ITEMS)
                .then()
                .statusCode(400)
                .body("code", is("rest_url_required"));
        admin().body(Map.of("menus", menu, "type", "post_type", "object_id", 999_999_999))
                .post(ITEMS)
                .then()
                .statusCode(400)
                .body("code", is("rest_post_invalid_id"));
        admin().body(Map.of("menus", 999_999_999, "title", "x", "url", "/"))
                .post(ITEMS)
                .then()
                .statusCode(400)
                .body("code", is("invalid_menu_id"));
        admin().body(Map.of("parent", below))
                .post(ITEMS + "/" + top)
                .then()
                .statusCode(400)
                .body("data.params", hasKey("parent"));
        admin().delete(ITEMS + "/" + top).then().statusCode(501);
        admin().delete(ITEMS + "/" + top + "?force=true").then().statusCode(200).body("previous.id", is(top));
        admin().get(ITEMS + "/" + below).then().statusCode(200).body("parent", is(0));
        admin().get(ITEMS + "/" + top).then().statusCode(404).body("code", is("rest_post_invalid_id"));
    }

    @Test
    void menus_and_items_take_a_writer_and_places_an_administrator_to_read() {
        var menu = blog.menu(Blog.unique("Rights")).id();
        for (var path : List.of(MENUS, MENUS + "/" + menu, ITEMS, PLACES)) {
            given().get(path).then().statusCode(401).body("code", is("rest_cannot_view"));
            tokens.as(Role.SUBSCRIBER).get(path).then().statusCode(403).body("code", is("rest_cannot_view"));
            admin().get(path).then().statusCode(200);
        }
        tokens.as(Role.CONTRIBUTOR).get(MENUS).then().statusCode(200).header("Allow", "GET");
        tokens.as(Role.EDITOR).get(ITEMS).then().statusCode(200);
        tokens.as(Role.EDITOR).get(PLACES).then().statusCode(403);
        tokens.as(Role.EDITOR)
                .body(Map.of("name", "x"))
                .post(MENUS)
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_create"));
        tokens.as(Role.EDITOR)
                .body(Map.of("name", "x"))
                .post(MENUS + "/" + menu)
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_update"));
        given().get(MENUS + "?context=edit").then().statusCode(401);
    }

    @Test
    void lists_of_items_and_trees_agree_on_what_a_caller_sees() {
        var menu = blog.menu(Blog.unique("Seen")).id();
        var seen = new ArrayList<String>();
        var all = new ArrayList<Map<String, Object>>();
        for (var kind : List.of("post", "page")) {
            for (var status : List.of("draft", "pending", "private", "scheduled", "published", "trashed")) {
                var title = Blog.unique(kind + status);
                var content = (kind.equals("page") ? blog.page(title) : blog.draft(title));
                if (status.equals("scheduled")) {
                    content.with("publishedAt", "2090-01-01T00:00:00Z");
                }
                var written = content.with("status", status.equals("trashed") ? "draft" : status)
                        .write();
                all.add(Map.of("label", title, "reference", Map.of("type", kind, "id", written.id())));
                if (status.equals("published")) {
                    seen.add(title);
                }
                if (status.equals("trashed")) {
                    blog.asking().delete(written.path()).then().statusCode(200);
                }
            }
        }
        var category = blog.category(Blog.unique("seen")).id();
        all.add(Map.of("label", "In", "reference", Map.of("type", "category", "id", category)));
        all.add(Map.of("label", "Out", "url", "/out"));
        seen.addAll(List.of("In", "Out"));
        blog.asking()
                .body(Map.of("items", all))
                .patch("/api/v1/menus/" + menu)
                .then()
                .statusCode(200);
        var everything = all.stream().map(item -> (String) item.get("label")).toList();

        for (var role : Role.values()) {
            var expected = role == Role.ADMINISTRATOR ? everything : seen;
            tokens.as(role).get("/api/v1/menus/" + menu).then().body("items.label", is(expected));
            if (role != Role.SUBSCRIBER) { // who may not list them
                tokens.as(role)
                        .get(ITEMS + "?per_page=100&menus=" + menu)
                        .then()
                        .body("title.rendered", is(expected));
            }
        }
        given().get("/api/v1/menus/" + menu).then().body("items.label", is(seen));
        given().get(PUBLIC + "menus/" + menu)
                .then()
                .body("items.title", is(seen))
                .body("count", is(seen.size()));
        given().get(PUBLIC + "menus").then().body("find { it.term_id == %d }.count".formatted(menu), is(seen.size()));
    }

    @Test
    void everybody_reads_menus_in_the_shape_of_the_plug_in() {
        var page = blog.page(Blog.unique("Public")).with("status", "published").write();
        var secret = Blog.unique("Secret");
        var draft = blog.page(secret).write();
        var place = Blog.unique("place");
        var name = Blog.unique("Plug");
        var id = blog.asking()
                .body(Map.of(
                        "name",
                        name,
                        "places",
                        List.of(place),
                        "items",
                        List.of(
                                Map.of(
                                        "reference",
                                        Map.of("type", "page", "id", page.id()),
                                        "items",
                                        List.of(Map.of("label", "A & B", "url", "/below"))),
                                Map.of("reference", Map.of("type", "page", "id", draft.id())))))
                .post("/api/v1/menus")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");

        for (var path : List.of(
                "menus/" + id, "menus/" + name.toLowerCase(Locale.ROOT), "menus/" + place, "locations/" + place)) {
            for (var caller : List.of(given(), admin())) {
                var answer = caller.get(PUBLIC + path)
                        .then()
                        .statusCode(200)
                        .body("term_id", is(id))
                        .body("name", is(name))
                        .body("slug", is(name.toLowerCase(Locale.ROOT)))
                        .body("taxonomy", is("nav_menu"))
                        .body("count", is(2))
                        .body("items.title", is(List.of(page.json().getString("title"))))
                        .body("items[0].url", endsWith("/" + page.slug() + "/"))
                        .body("items[0].object", is("page"))
                        .body("items[0].object_id", is("" + page.id()))
                        .body("items[0].type", is("post_type"))
                        .body("items[0].slug", is(page.slug()))
                        .body("items[0].menu_item_parent", is("0"))
                        .body("items[0].classes", is(List.of("")))
                        .body("items[0].child_items[0].title", is("A &amp; B"))
                        .body("items[0].child_items[0].url", is("/below"))
                        .body("items[0].child_items[0]", not(hasKey("child_items")))
                        .extract();
                assertThat(answer.<Integer>path("items[0].ID")).isPositive();
                assertThat(answer.<String>path("items[0].child_items[0].menu_item_parent"))
                        .isEqualTo(answer.path("items[0].ID").toString());
                assertThat(answer.asString()).doesNotContain(secret);
            }
        }
        given().get(PUBLIC + "menus").then().statusCode(200).body("find { it.term_id == " + id + " }.count", is(2));
        given().get(PUBLIC + "locations")
                .then()
                .statusCode(200)
                .body(place + ".slug", is(place))
                .body(place + ".menu.term_id", is(id), place + ".menu.count", is(2));
        given().get(PUBLIC + "menus/none" + place).then().statusCode(404).body("code", is("not_found"));
        given().get(PUBLIC + "locations/none" + place).then().statusCode(404).body("code", is("not_found"));
        given().get("/wp-json/")
                .then()
                .body("namespaces", hasItem("menus/v1"))
                .body("routes", hasKey("/menus/v1/locations"));
        given().get("/wp-json/menus/v1").then().statusCode(200).body("routes", hasKey("/menus/v1/menus"));
    }

    @Test
    void everybody_reads_menus_as_navigations_of_blocks() {
        var post = blog.published(Blog.unique("Nav")).write();
        var name = Blog.unique("Navigation");
        var id = blog.asking()
                .body(Map.of(
                        "name",
                        name,
                        "items",
                        List.of(Map.of(
                                "label",
                                "Top <b>--> x",
                                "url",
                                "/top?a=\"1\"",
                                "items",
                                List.of(Map.of("reference", Map.of("type", "post", "id", post.id())))))))
                .post("/api/v1/menus")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");

        var path = V2 + "navigation/" + id;
        Map<String, ?> view = given().get(path).path("$");
        assertThat(view.keySet())
                .isEqualTo(Set.of(
                        "id",
                        "date",
                        "date_gmt",
                        "modified",
                        "modified_gmt",
                        "slug",
                        "status",
                        "type",
                        "title",
                        "content",
                        "template",
                        "_links"));
        given().get(path)
                .then()
                .body("type", is("wp_navigation"))
                .body("title.rendered", is(name))
                .body("content.rendered", containsString("href=\"/top?a=&quot;1&quot;\""))
                .body("content.rendered", containsString("Top &lt;b&gt;--&gt; x"))
                .body("content.rendered", containsString("wp-block-navigation__submenu-container"))
                .body("content.rendered", containsString("/" + post.slug() + "/"))
                .body("content", not(hasKey("raw")));
        given().get(path + "?context=edit").then().statusCode(401).body("code", is("rest_forbidden_context"));
        admin().get(path + "?context=edit")
                .then()
                .body(
                        "content.raw",
                        containsString(
                                "<!-- wp:navigation-submenu {\"label\":\"Top \\u003cb\\u003e\\u002d\\u002d\\u003e x\""))
                .body("content.raw", containsString("\"kind\":\"post-type\""));
        given().get(V2 + "navigation?slug=" + name.toLowerCase(Locale.ROOT))
                .then()
                .header("X-WP-Total", "1")
                .body("id", is(List.of(id)));
        given().get(V2 + "navigation/999999999").then().statusCode(404).body("code", is("rest_post_invalid_id"));
        admin().body(Map.of("title", "x")).post(V2 + "navigation").then().statusCode(404);
    }

    private RequestSpecification admin() {
        return blog.asking();
    }
}
