package io.masthead.imports;

import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class ImportedMenusTest {

    private static final String CUSTOM = type("custom", "custom", 0);

    @Inject
    ImportRuns runs;

    @Test
    void a_menu_comes_with_its_tree_whatever_the_order_in_the_file() {
        var done = runs.of(Wxr.of("menu.example")
                .category(6_880_003, "menu-harbour", "", "Menu harbour")
                .add(menu(6_880_001, "menu-main", "Main &amp; more"))
                .add(item(6_880_013, "menu-main", 3, "", type("post_type", "page", 6_880_020), below(6_880_011)))
                .add(item(
                        6_880_012,
                        "menu-main",
                        2,
                        "Own label",
                        type("taxonomy", "category", 6_880_003),
                        below(6_880_011)))
                .add(item(
                        6_880_011,
                        "menu-main",
                        1,
                        "Tickets",
                        CUSTOM,
                        meta("_menu_item_url", "https://tickets.example/"),
                        meta("_menu_item_target", "_blank"),
                        meta("_menu_item_classes", "a:2:{i:0;s:3:\"big\";i:1;s:4:\"md:w\";}"),
                        meta("_menu_item_xfn", "friend met"),
                        "<excerpt:encoded>Buy &lt;b&gt;them&lt;/b&gt;</excerpt:encoded>",
                        "<content:encoded>For all</content:encoded>"))
                .item(6_880_020, "Menu page", "menu-page", element("post_type", "page"))
                .text());

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(written(done, "menus")).isEqualTo(1);
        assertThat(written(done, "menuItems")).isEqualTo(3);
        assertThat(done.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("places"));
        shown("menu-main")
                .body("id", is(6_880_001))
                .body("name", is("Main & more"))
                .body("places", empty())
                .body("items.id", is(List.of(6_880_011)))
                .body("items[0].url", is("https://tickets.example/"))
                .body("items[0].target", is("_blank"))
                .body("items[0].classes", is(List.of("big", "md:w")))
                .body("items[0].rel", is(List.of("friend", "met")))
                .body("items[0].title", is("Buy them"))
                .body("items[0].description", is("For all"))
                .body("items[0].items.label", is(List.of("Own label", "Menu page")))
                .body("items[0].items[0].url", endsWith("/category/menu-harbour/"))
                .body("items[0].items[1].url", endsWith("/menu-page/"))
                .body("items[0].items[1].ownLabel", is(false));
        // The page is not below its parent's item twice, nor do items become posts.
        shown("menu-main").body("items[0].items.items.flatten()", empty());
        given().get("/api/v1/posts/6880011").then().statusCode(404);
        given().get("/api/v1/tags/by-slug/menu-main").then().statusCode(404);
    }

    @Test
    void a_later_import_brings_what_items_lead_to_and_a_repeat_adds_nothing() {
        var menu = Wxr.of("menu-later.example")
                .add(menu(6_880_101, "menu-later", "Later"))
                .add(item(6_880_111, "menu-later", 1, "", type("post_type", "post", 6_880_120)))
                .add(item(6_880_112, "menu-later", 2, "", type("taxonomy", "post_tag", 6_880_130)))
                .add(item(6_880_113, "menu-later", 3, "Home", CUSTOM, meta("_menu_item_url", "/")))
                .text();
        var first = runs.of(menu);
        assertThat(messages(first)).anyMatch(one -> one.startsWith("1 items lead to posts or pages"));
        shown("menu-later").body("items.label", is(List.of("Home")));

        runs.of(Wxr.of("menu-later.example")
                .add("<wp:tag><wp:term_id>6880130</wp:term_id><wp:tag_slug>menu-tag</wp:tag_slug>"
                        + "<wp:tag_name>Menu tag</wp:tag_name></wp:tag>")
                .item(6_880_120, "Menu post", "menu-post")
                .text());

        shown("menu-later").body("items.label", is(List.of("Menu post", "Menu tag", "Home")));
        // An editor removes an item and renames another one.
        var blog = Blog.ofAdministrator();
        blog.asking()
                .body(Map.of("items", List.of(Map.of("id", 6_880_113, "label", "Start", "url", "/"))))
                .patch("/api/v1/menus/6880101")
                .then()
                .statusCode(200);
        var again = runs.of(menu);
        assertThat(written(again, "menus") + written(again, "menuItems")).isZero();
        assertThat(messages(again)).noneMatch(one -> one.startsWith("1 items lead to"));
        shown("menu-later").body("items.label", is(List.of("Start")));

        blog.asking().delete("/api/v1/menus/6880101?permanent=true").then().statusCode(204);
        assertThat(written(runs.of(menu), "menuItems")).isEqualTo(3);
        shown("menu-later").body("items.label", is(List.of("Menu post", "Menu tag", "Home")));
    }

    @Test
    void the_report_tells_what_could_not_be_kept() {
        var done = runs.of(Wxr.of("menu-told.example")
                .add(item(6_880_211, "menu-told", 1, "Shop", type("post_type", "product", 7)))
                .add(item(6_880_212, "menu-told", 2, "Bad", CUSTOM, meta("_menu_item_url", "javascript:alert(1)")))
                .add(item(
                        6_880_213,
                        "menu-told",
                        3,
                        "Odd",
                        CUSTOM,
                        meta("_menu_item_url", "/odd"),
                        meta("_menu_item_target", "popup"),
                        meta("_menu_item_icon", "anchor")))
                .add(item(6_880_214, "menu-told", 4, "Unsaved", CUSTOM, element("status", "draft")))
                .text());

        assertThat(messages(done))
                .anyMatch(one -> one.contains("not to product"))
                .anyMatch(one -> one.contains("menus cannot lead to its URL"))
                .anyMatch(one -> one.contains("target was left out"))
                .anyMatch(one -> one.contains("never saved in a menu"))
                .anyMatch(one -> one.contains("1 items of menus have this field"))
                .noneMatch(one -> one.contains("javascript:"));
        assertThat(written(done, "menuItems")).isEqualTo(1);
        shown("menu-told").body("items.label", is(List.of("Odd"))).body("items[0].target", is(""));
    }

    @Test
    void a_navigation_of_blocks_becomes_a_menu_that_follows_what_it_leads_to() {
        var blocks = """
                <!-- wp:home-link /-->
                <!-- wp:navigation-submenu {"label":"About \\u003cem\\u003eus\\u003c/em\\u003e","type":"page","id":6880320,                "url":"https://nav.example/about/","kind":"post-type","className":"big"} -->
                <!-- wp:navigation-link {"label":"Out","url":"https://out.example/?a=1\\u0026b=2","kind":"custom",                "opensInNewTab":true,"rel":"friend"} /-->
                <!-- /wp:navigation-submenu -->
                <!-- wp:navigation-link {"label":"Tides","type":"category","id":6880330,"url":"https://nav.example/c/",                "kind":"taxonomy"} /-->
                <!-- wp:navigation-link {"label":"Shop","type":"product","id":7,"url":"https://nav.example/shop/",                "kind":"post-type"} /-->
                <!-- wp:page-list /-->
                <!-- wp:navigation-link {"label":"Broken" /-->
                <!-- wp:navigation-link {"label":"Bad","url":"javascript:alert(1)"} /-->
                """;
        var file = Wxr.of("nav.example")
                .category(6_880_330, "nav-tides", "", "Tides of the harbour")
                .add(Wxr.itemText(
                        6_880_310,
                        "Header navigation",
                        "header-navigation",
                        element("post_type", "wp_navigation"),
                        "<content:encoded><![CDATA[" + blocks + "]]></content:encoded>"))
                .text();
        var first = runs.of(file);
        assertThat(first.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(written(first, "menus")).isEqualTo(1);
        assertThat(messages(first))
                .anyMatch(one -> one.contains("1 blocks \"page-list\" were left out"))
                .anyMatch(one -> one.contains("1 blocks \"navigation-link\" were left out"))
                .anyMatch(one -> one.contains("The link \"Bad\": It was skipped"))
                .noneMatch(one -> one.contains("wp_navigation"));
        shown("header-navigation").body("items.label", is(List.of("Home", "Out", "Tides", "Shop")));

        runs.of(Wxr.of("nav.example")
                .item(6_880_320, "About", "nav-about", element("post_type", "page"))
                .text());

        shown("header-navigation")
                .body("name", is("Header navigation"))
                .body("items.label", is(List.of("Home", "About us", "Tides", "Shop")))
                .body("items[0].url", endsWith("/"))
                .body("items[1].url", endsWith("/nav-about/"))
                .body("items[1].reference.id", is(6_880_320))
                .body("items[1].classes", is(List.of("big")))
                .body("items[1].items.url", is(List.of("https://out.example/?a=1&b=2")))
                .body("items[1].items[0].target", is("_blank"))
                .body("items[1].items[0].rel", is(List.of("friend")))
                .body("items[2].url", endsWith("/category/nav-tides/"))
                .body("items[3].url", is("https://nav.example/shop/"));
        given().get("/wp-json/menus/v1/menus/header-navigation")
                .then()
                .body("items.title", is(List.of("Home", "About us", "Tides", "Shop")))
                .body("items[1].child_items.title", is(List.of("Out")));
        int id = shown("header-navigation").extract().path("id");
        given().get("/wp-json/wp/v2/navigation/" + id)
                .then()
                .body("title.rendered", is("Header navigation"))
                .body("content.rendered", containsString("/nav-about/"));

        assertThat(written(runs.of(file), "menus")).isZero();
        given().get("/api/v1/menus?slug=header-navigation,header-navigation-2")
                .then()
                .body("items.slug", is(List.of("header-navigation")));
    }

    private static ValidatableResponse shown(String slug) {
        return given().get("/api/v1/menus/by-slug/" + slug).then().statusCode(200);
    }

    private static int written(Import done, String kind) {
        return done.counts().stream()
                .filter(count -> count.kind().equals(kind))
                .mapToInt(ImportCount::written)
                .sum();
    }

    private static List<String> messages(Import done) {
        return done.warnings().stream().map(warning -> warning.message()).toList();
    }

    private static String menu(int id, String slug, String name) {
        return "<wp:term>%s%s%s<wp:term_name>%s</wp:term_name></wp:term>"
                .formatted(
                        element("term_id", id), element("term_taxonomy", "nav_menu"), element("term_slug", slug), name);
    }

    private static String item(int id, String menu, int order, String title, String... elements) {
        return Wxr.itemText(id, title, "item-" + id, elements)
                .replace(
                        "</item>",
                        element("menu_order", order)
                                + "<category domain=\"nav_menu\" nicename=\"%s\">Named by items</category></item>"
                                        .formatted(menu))
                .replace("<wp:post_type>post</wp:post_type>", "<wp:post_type>nav_menu_item</wp:post_type>");
    }

    private static String type(String type, String object, int id) {
        return meta("_menu_item_type", type)
                + meta("_menu_item_object", object)
                + meta("_menu_item_object_id", "" + id);
    }

    private static String below(int id) {
        return meta("_menu_item_menu_item_parent", "" + id);
    }
}
