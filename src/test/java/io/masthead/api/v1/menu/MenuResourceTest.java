package io.masthead.api.v1.menu;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class MenuResourceTest {

    private static final String MENUS = "/api/v1/menus";

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_menu_is_read_as_it_was_written_by_id_slug_and_place() {
        var page = blog.page(Blog.unique("About")).with("status", "published").write();
        var category = blog.category(Blog.unique("Harbour"));
        var place = Blog.unique("place");
        var name = Blog.unique("Main");
        var below = link("Tickets", "https://tickets.example/?a=1");
        below.putAll(Map.of(
                "target", "_blank",
                "title", "Buy them",
                "classes", List.of("big", "md:w-1/2"),
                "rel", List.of("nofollow"),
                "description", "For all ferries"));
        var first = reference("page", page.id());
        first.put("items", List.of(below, reference("category", category.id())));

        var created = blog.asking()
                .body(Map.of(
                        "name",
                        "  " + name + " ",
                        "description",
                        "On top",
                        "places",
                        List.of(place),
                        "items",
                        List.of(first, link("Home", "/"))))
                .post(MENUS)
                .then()
                .statusCode(201)
                .body("name", is(name))
                .body("slug", is(name.toLowerCase(Locale.ROOT)))
                .body("description", is("On top"))
                .body("places", is(List.of(place)))
                .body("items.label", is(List.of(page.json().getString("title"), "Home")))
                .body("items[0].url", endsWith("/" + page.slug() + "/"))
                .body("items[0].path", is("/" + page.slug() + "/"))
                .body("items[0].ownLabel", is(false))
                .body("items[0].reference.type", is("page"))
                .body("items[0].reference.id", is((int) page.id()))
                .body("items[0].reference.slug", is(page.slug()))
                .body("items[0].items[0].url", is("https://tickets.example/?a=1"))
                .body("items[0].items[0].target", is("_blank"))
                .body("items[0].items[0].title", is("Buy them"))
                .body("items[0].items[0].classes", is(List.of("big", "md:w-1/2")))
                .body("items[0].items[0].rel", is(List.of("nofollow")))
                .body("items[0].items[0].description", is("For all ferries"))
                .body("items[0].items[0].reference", nullValue())
                .body("items[0].items[1].url", endsWith("/" + category.slug() + "/"))
                .body("items[1].url", is("/"))
                .body("items[1].path", nullValue())
                .body("items[1].target", is(""))
                .body("items[1].items", empty())
                .body("formerSlugs", empty())
                .extract();
        var id = created.jsonPath().getLong("id");
        assertThat(created.header("Location")).isEqualTo(MENUS + "/" + id);

        var read = given().get(MENUS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith(created.header("ETag").replaceFirst("\"$", "")))
                .header("Surrogate-Key", containsString("menu-" + id))
                .header("Surrogate-Key", containsString("page-" + page.id()))
                .header("Surrogate-Key", containsString("term-" + category.id()))
                .extract();
        assertThat(read.asString()).isEqualTo(created.asString());
        given().get(MENUS + "/by-slug/" + name.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id));
        given().get(MENUS + "?place=" + place + "&include=items&count=true")
                .then()
                .statusCode(200)
                .body("page.total", is(1))
                .body("items[0].id", equalTo((int) id))
                .body("items[0].items.label", is(List.of(page.json().getString("title"), "Home")))
                .header("Surrogate-Key", containsString("menus"));
        given().get(MENUS + "?slug=" + name.toLowerCase(Locale.ROOT))
                .then()
                .body("items[0].name", is(name))
                .body("items[0]", not(hasKey("items")))
                .body("items[0]", not(hasKey("formerSlugs")));
        given().get(MENUS + "/" + id + "?fields=name,items.label,items.items.url")
                .then()
                .statusCode(200)
                .body("items[0].items[0].url", is("https://tickets.example/?a=1"))
                .body("items[0]", not(hasKey("id")));
    }

    @Test
    void links_follow_what_is_renamed_unless_the_label_is_the_items_own() {
        var page = blog.page(Blog.unique("Before")).with("status", "published").write();
        var own = reference("page", page.id());
        own.put("label", "Our own");
        var menu = created(List.of(reference("page", page.id()), own));
        var tag = shown(menu).extract().header("ETag");

        var renamed = Blog.unique("after");
        blog.asking()
                .body(Map.of("title", renamed, "slug", renamed))
                .patch(page.path())
                .then()
                .statusCode(200);

        shown(menu)
                .body("items.label", is(List.of(renamed, "Our own")))
                .body("items.ownLabel", is(List.of(false, true)))
                .body("items[0].url", endsWith("/" + renamed + "/"))
                .body("items[1].url", endsWith("/" + renamed + "/"));
        given().header("If-None-Match", tag).get(MENUS + "/" + menu).then().statusCode(200);
        // Sending back what was read makes no label the item's own.
        var version = shown(menu).extract();
        replace(
                        menu,
                        Map.of(
                                "name",
                                version.jsonPath().getString("name"),
                                "items",
                                List.of(
                                        kept(version, 0, Map.of("label", renamed, "url", version.path("items[0].url"))),
                                        kept(version, 1, Map.of("label", "Our own")))))
                .statusCode(200)
                .header("ETag", version.header("ETag"))
                .body("items.ownLabel", is(List.of(false, true)));
    }

    @Test
    void what_readers_may_not_see_is_no_item_and_what_is_below_takes_its_place() {
        var title = Blog.unique("Secret");
        var draft = blog.page(title).write();
        var post = blog.published(Blog.unique("Post")).write();
        var category = blog.category(Blog.unique("Gone"));
        var first = reference("page", draft.id());
        first.put("items", List.of(link("Below", "/below"), reference("post", post.id())));
        var menu = created(List.of(first, reference("category", category.id()), link("Last", "/last")));

        shown(menu)
                .body("items.label", is(List.of("Below", post.json().getString("title"), category(category), "Last")))
                .body("items.visible", is(List.of(true, true, true, true)));
        assertThat(shown(menu).extract().asString()).doesNotContain(title).doesNotContain("/?page_id=");
        blog.asking()
                .get(MENUS + "/" + menu)
                .then()
                .header("Cache-Control", "private, no-store")
                .body("items.label", is(List.of(title, category(category), "Last")))
                .body("items.visible", is(List.of(false, true, true)));

        blog.asking().delete(post.path()).then().statusCode(200);
        blog.asking()
                .delete("/api/v1/categories/" + category.id() + "?permanent=true")
                .then()
                .statusCode(204);
        shown(menu).body("items.label", is(List.of("Below", "Last")));
        blog.asking()
                .body(Map.of("status", "published"))
                .patch(draft.path())
                .then()
                .statusCode(200);
        shown(menu).body("items.label", is(List.of(title, "Last"))).body("items[0].items.label", is(List.of("Below")));
        var whole = blog.asking().get(MENUS + "/" + menu).then().extract();
        assertThat(whole.jsonPath().getLong("items[1].reference.id")).isEqualTo(category.id());
        assertThat(whole.jsonPath().getString("items[1].url")).isNull();
        assertThat(whole.jsonPath().getString("items[1].label")).isEmpty();
        // It can be sent back with what is gone, and without.
        replace(menu, Map.of("name", whole.<String>path("name"), "items", List.of(kept(whole, 1, Map.of()))))
                .statusCode(200)
                .body("items.visible", is(List.of(false)));
    }

    @Test
    void a_change_needs_the_version_and_keeps_the_ids_of_items_that_are_sent() {
        var menu = created(List.of(link("One", "/1"), link("Two", "/2"), link("Three", "/3")));
        var before = shown(menu).extract();
        var moved = kept(before, 2, Map.of("label", "Three", "url", "/3"));
        moved.put("items", List.of(kept(before, 0, Map.of("label", "Uno", "url", "/1")), link("New", "/new")));

        var after = blog.asking()
                .header("If-Match", before.header("ETag"))
                .body(Map.of("items", List.of(moved)))
                .patch(MENUS + "/" + menu)
                .then()
                .statusCode(200)
                .body("name", is(before.<String>path("name")))
                .body("items.label", is(List.of("Three")))
                .body("items[0].id", is(before.<Integer>path("items[2].id")))
                .body("items[0].items.label", is(List.of("Uno", "New")))
                .body("items[0].items[0].id", is(before.<Integer>path("items[0].id")))
                .extract();
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        blog.asking()
                .header("If-Match", before.header("ETag"))
                .body(Map.of("items", List.of()))
                .patch(MENUS + "/" + menu)
                .then()
                .statusCode(412)
                .body("code", is("version_mismatch"));
        // The item belongs to another menu.
        var foreign = kept(after, 0, Map.of("label", "Mine", "url", "/"));
        blog.asking()
                .body(Map.of("name", Blog.unique("Other"), "items", List.of(foreign)))
                .post(MENUS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/items/0/id"))
                .body("errors[0].code", is("unknown"));

        blog.asking().delete(MENUS + "/" + menu).then().statusCode(422).body("code", is("permanent_required"));
        blog.asking().delete(MENUS + "/" + menu + "?permanent=true").then().statusCode(204);
        given().get(MENUS + "/" + menu).then().statusCode(404).body("code", is("menu_not_found"));
    }

    @Test
    void a_replacement_empties_what_is_not_sent_and_a_former_slug_redirects() {
        var place = Blog.unique("place");
        var slug = Blog.unique("slug");
        var menu = created(List.of(link("One", "/1")));
        blog.asking()
                .body(Map.of("places", List.of(place), "slug", slug, "description", "Words"))
                .patch(MENUS + "/" + menu)
                .then()
                .statusCode(200);
        var name = Blog.unique("Renamed");

        replace(menu, Map.of("name", name))
                .statusCode(200)
                .body("name", is(name))
                .body("slug", is(slug))
                .body("description", is(""))
                .body("places", empty())
                .body("items", empty());
        replace(menu, Map.of()).statusCode(422).body("errors[0].pointer", is("/name"));

        replace(menu, Map.of("name", name, "slug", slug + "2")).body("formerSlugs", hasItems(slug));
        given().redirects()
                .follow(false)
                .get(MENUS + "/by-slug/" + slug)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/v1/menus/by-slug/" + slug + "2"));
    }

    @Test
    void a_place_has_one_menu_and_the_former_one_changes_with_it() {
        var place = Blog.unique("place");
        var one = created(List.of());
        var other = created(List.of());
        patched(one, Map.of("places", List.of(place, "b" + place)));
        var tag = shown(one)
                .body("places", is(List.of("b" + place, place)))
                .extract()
                .header("ETag");

        patched(other, Map.of("places", List.of(place)));

        shown(one).body("places", is(List.of("b" + place))).header("ETag", not(tag));
        given().get(MENUS + "?place=" + place).then().body("items.id", is(List.of((int) other)));
        given().get(MENUS + "?place=none" + place).then().statusCode(200).body("items", empty());
        given().get(MENUS + "?place=a%20b").then().statusCode(400).body("errors[0].parameter", is("place"));
    }

    @Test
    void what_breaks_a_rule_is_named_by_its_place_in_the_tree() {
        var page = blog.page(Blog.unique("Page")).with("status", "published").write();
        var reference = reference("page", page.id());
        reference.put("url", "https://elsewhere.example/");
        var parent = link("Parent", "javascript:alert(1)");
        parent.put(
                "items",
                List.of(
                        reference("post", page.id()),
                        link(null, "/x"),
                        new HashMap<>(Map.of("label", "No URL")),
                        reference));
        var item = link("Words", "/with blank");
        item.putAll(Map.of("target", "popup", "classes", List.of("a b"), "rel", List.of("<")));

        refused(List.of(parent, item, reference("menu", 3)))
                .body("errors.size()", is(1))
                .body("errors[0].pointer", is("/items/2/reference/type"));
        refused(List.of(parent, item))
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/items/0/url",
                                "/items/0/items/0/reference",
                                "/items/0/items/1/label",
                                "/items/0/items/2/url",
                                "/items/0/items/3/url",
                                "/items/1/target",
                                "/items/1/classes/0",
                                "/items/1/rel/0",
                                "/items/1/url")));
        refused(IntStream.range(0, 501).mapToObj(i -> link("L" + i, "/")).toList())
                .body("errors[0].pointer", is("/items"))
                .body("errors[0].code", is("too_many"));
        var deep = link("Level 12", "/");
        for (int level = 11; level > 0; level--) {
            var above = link("Level " + level, "/");
            above.put("items", List.of(deep));
            deep = above;
        }
        refused(List.of(deep)).body("errors[0].code", is("too_deep"));
        blog.asking()
                .body(Map.of("name", "x", "items", List.of(Map.of("labell", "x"))))
                .post(MENUS)
                .then()
                .statusCode(400)
                .body("errors[0].code", is("unknown_field"));
        blog.asking()
                .body(Map.of("name", " ", "slug", "A b", "places", List.of("ok", "ok", "no good")))
                .post(MENUS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/name", "/slug", "/places/1", "/places/2")));
        var menu = created(List.of());
        var name = shown(menu).extract().<String>path("name");
        blog.asking()
                .body(Map.of("name", name.toUpperCase(Locale.ROOT)))
                .post(MENUS)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("taken"));
    }

    private long created(List<?> items) {
        return blog.asking()
                .body(Map.of("name", Blog.unique("Menu"), "items", items))
                .post(MENUS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse refused(List<?> items) {
        return blog.asking()
                .body(Map.of("name", Blog.unique("Refused"), "items", items))
                .post(MENUS)
                .then()
                .statusCode(422);
    }

    private ValidatableResponse replace(long menu, Map<String, ?> body) {
        return blog.asking().body(body).put(MENUS + "/" + menu).then();
    }

    private void patched(long menu, Map<String, ?> body) {
        blog.asking().body(body).patch(MENUS + "/" + menu).then().statusCode(200);
    }

    private static ValidatableResponse shown(long menu) {
        return given().get(MENUS + "/" + menu).then().statusCode(200);
    }

    private static String category(Blog.Term category) {
        return given().get("/api/v1/categories/" + category.id()).path("name");
    }

    /** An item as it was read, to be sent with its id. */
    private static Map<String, Object> kept(ExtractableResponse<Response> menu, int index, Map<String, ?> fields) {
        var item = new LinkedHashMap<String, Object>(fields);
        item.put("id", menu.path("items[" + index + "].id"));
        var reference = menu.<Map<String, Object>>path("items[" + index + "].reference");
        if (reference != null) {
            item.put("reference", Map.of("type", reference.get("type"), "id", reference.get("id")));
        }
        return item;
    }

    private static Map<String, Object> link(String label, String url) {
        var item = new LinkedHashMap<String, Object>();
        item.put("label", label);
        item.put("url", url);
        return item;
    }

    private static Map<String, Object> reference(String type, long id) {
        return new LinkedHashMap<>(Map.of("reference", Map.of("type", type, "id", id)));
    }
}
