package io.masthead.imports;

import static io.masthead.imports.Wxr.comment;
import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.imports.item.ImportWarning;
import io.masthead.kernel.Actor;
import io.masthead.media.MediaService;
import io.masthead.media.MediaSize;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.ImportedUser;
import io.masthead.user.UserImport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What WordPress shows besides texts and titles, and the warnings about what is not imported. */
@OnBothDatabases
@QuarkusTest
class ImportedDetailsTest {

    private static final String METADATA =
            "a:6:{s:5:\"width\";i:1200;s:6:\"height\";i:800;s:4:\"file\";s:16:\"2024/05/quay.jpg\";"
                    + "s:14:\"original_image\";s:12:\"quay-big.jpg\";s:5:\"sizes\";a:3:{"
                    + "s:9:\"thumbnail\";a:5:{s:4:\"file\";s:16:\"quay-150x150.jpg\";s:5:\"width\";i:150;"
                    + "s:6:\"height\";i:150;s:9:\"mime-type\";s:10:\"image/jpeg\";s:8:\"filesize\";i:5108;}"
                    + "s:6:\"medium\";a:4:{s:4:\"file\";s:16:\"quay-300x200.jpg\";s:5:\"width\";s:3:\"300\";"
                    + "s:6:\"height\";i:200;s:9:\"mime-type\";s:10:\"image/jpeg\";}"
                    + "s:4:\"away\";a:3:{s:4:\"file\";s:9:\"../../etc\";s:5:\"width\";i:1;s:6:\"height\";i:1;}}"
                    + "s:10:\"image_meta\";a:3:{s:6:\"camera\";s:5:\"Leica\";s:3:\"iso\";i:200;"
                    + "s:8:\"keywords\";a:1:{i:0;s:3:\"sea\";}}}";

    @Inject
    ImportRuns runs;

    @Inject
    MediaService media;

    @Inject
    UserImport users;

    @Inject
    EntityManager entities;

    @Test
    void sizes_and_camera_data_of_an_image_are_imported() {
        runs.of(Wxr.of("sizes.example")
                .item(
                        896_001,
                        "Quay",
                        "quay-896001",
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("attachment_url", "https://sizes.example/up/quay.jpg"),
                        meta("_wp_attachment_metadata", METADATA))
                .item(
                        896_002,
                        "Paper",
                        "paper-896002",
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("attachment_url", "https://sizes.example/up/a.pdf"),
                        meta("_wp_attachment_metadata", "no array at all"))
                .text());

        var found = media.byIds(List.of(896_001L, 896_002L), Actor.ANONYMOUS);
        var quay = found.get(896_001L);
        var details = quay.details();
        assertThat(details.file()).isEqualTo("2024/05/quay.jpg");
        assertThat(details.originalFile()).isEqualTo("quay-big.jpg");
        assertThat(details.sizes())
                .containsExactly(
                        new MediaSize("thumbnail", "quay-150x150.jpg", 150, 150, "image/jpeg", 5_108L),
                        new MediaSize("medium", "quay-300x200.jpg", 300, 200, "image/jpeg", null));
        assertThat(quay.addressBeside(details.sizes().get(0).file()))
                .isEqualTo("https://sizes.example/up/quay-150x150.jpg");
        assertThat(details.imageMeta()).isEqualTo(Map.of("camera", "Leica", "iso", 200, "keywords", List.of("sea")));
        assertThat(quay.version()).isZero();
        var paper = found.get(896_002L).details();
        assertThat(paper.sizes()).isEmpty();
        assertThat(paper.imageMeta()).isEmpty();
    }

    @Test
    void fields_of_terms_and_attachments_are_imported() {
        var done = runs.of(Wxr.of("fields.example")
                .add("<wp:category><wp:term_id>896751</wp:term_id><wp:category_nicename>fields-896751"
                        + "</wp:category_nicename><wp:cat_name>Fields</wp:cat_name>"
                        + termMeta("colour", "red")
                        + termMeta("logo", "12")
                        + termMeta("_logo", "field_5f1")
                        + termMeta("rank_math_title", "Own title")
                        + termMeta("_secret", "x")
                        + "</wp:category>")
                .item(
                        896_752,
                        "Quay",
                        "quay-896752",
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("attachment_url", "https://fields.example/up/quay.jpg"),
                        meta("_wp_attachment_image_alt", "The quay"),
                        meta("photographer", "Ada"),
                        meta("place", "a:1:{s:3:\"lat\";i:54;}"))
                .text());

        given().get("/wp-json/wp/v2/categories/896751")
                .then()
                .body("acf", is(Map.of("colour", "red", "logo", "12")))
                .body("meta", is(Map.of("colour", "red")));
        given().get("/api/v1/categories/896751")
                .then()
                .body("customFields", is(Map.of("colour", "red", "logo", "12", "seo.title", "Own title")));
        given().get("/api/v1/media/896752")
                .then()
                .body("altText", is("The quay"))
                .body("customFields", is(Map.of("photographer", "Ada", "place", Map.of("lat", 54))));
        assertThat(done.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("1 categories or tags have this hidden"))
                .noneSatisfy(warning -> assertThat(warning.message()).contains("posts, pages or media have"));
    }

    private static String termMeta(String key, String value) {
        return "<wp:termmeta><wp:meta_key>%s</wp:meta_key><wp:meta_value>%s</wp:meta_value></wp:termmeta>"
                .formatted(key, value);
    }

    @Test
    void a_date_that_the_clock_of_this_site_does_not_give_is_kept_as_it_was_shown() {
        runs.of(Wxr.of("clock.example")
                .item(896_101, "Elsewhere", "elsewhere-896101", element("post_date", "2020-01-01 20:04:05"))
                .item(896_102, "Here", "here-896102", element("post_date", "2020-01-02 03:04:05"))
                .text());

        assertThat(value("select cast(shown_date as timestamp) from post where id = 896101"))
                .isEqualTo(Timestamp.valueOf("2020-01-01 20:04:05").toLocalDateTime());
        assertThat(number("select count(*) from post where id = 896102 and shown_date is null"))
                .isEqualTo(1);
    }

    @Test
    void symbols_in_a_published_slug_stay() {
        runs.of(Wxr.of("signs.example")
                .item(896_201, "Sea", "sea-896201-%f0%9f%8c%8a")
                .text());

        assertThat(value("select slug from post where id = 896201")).isEqualTo("sea-896201-🌊");
    }

    @Test
    void links_of_imported_comments_say_that_readers_wrote_them_and_run_nothing() {
        runs.of(Wxr.of("links.example")
                .item(
                        896_311,
                        "Linked",
                        "linked-896311",
                        comment(
                                896_312,
                                0,
                                "1",
                                "comment",
                                "<a href=\"/x\" rel=\"follow\">a</a> <a href=\"javascript:x\">b</a><!-- c -->"))
                .text());

        assertThat(value("select html from comment where id = 896312"))
                .isEqualTo("<p><a href=\"/x\" rel=\"nofollow ugc\">a</a>" + " <a rel=\"nofollow ugc\">b</a></p>\n");
    }

    @Test
    void a_comment_of_a_type_that_is_not_known_is_not_published() {
        var done = runs.of(Wxr.of("notes.example")
                .item(
                        896_301,
                        "Noted",
                        "noted-896301",
                        comment(896_302, 0, "1", "note", "Only for editors"),
                        comment(896_303, 0, "1", "comment", "For all"))
                .text());

        assertThat(value("select status from comment where id = 896302")).isEqualTo("PENDING");
        assertThat(value("select status from comment where id = 896303")).isEqualTo("APPROVED");
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo("comments");
            assertThat(warning.sourceKey()).isEqualTo("896302");
            assertThat(warning.message()).contains("\"note\"");
        });
    }

    @Test
    void comments_on_media_are_counted_and_reported_as_skipped() {
        var done = runs.of(Wxr.of("on-media.example")
                .item(
                        896_401,
                        "Seen",
                        "seen-896401",
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("attachment_url", "https://on-media.example/a.png"),
                        comment(896_402, 0, "1", "", "Nice picture"))
                .text());

        assertThat(done.counts())
                .contains(new ImportCount("comments", true, 1, 0, 1))
                .contains(new ImportCount("media", true, 1, 1, 0));
        assertThat(done.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sourceKey()).isEqualTo("896401"));
    }

    @Test
    void commenters_missing_in_the_export_are_found_by_email_address() {
        long known = users.create(new ImportedUser(null, "known.896500", "known.896500@example.com", null, null))
                .id();
        var done = runs.of(Wxr.of("readers.example")
                .item(
                        896_501,
                        "Read",
                        "read-896501",
                        by(896_502, 41, "Known.896500@example.com"),
                        by(896_503, 42, "stranger.896500@example.com"),
                        by(896_504, 42, "stranger.896500@example.com"))
                .text());

        assertThat(value("select user_id from comment where id = 896502")).isEqualTo(known);
        assertThat(number("select count(*) from comment where id in (896503, 896504) and" + " user_id is null"))
                .isEqualTo(2);
        assertThat(done.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sourceKey()).isEqualTo("42"));
    }

    @Test
    void a_guid_is_a_plain_address_or_one_of_ours() {
        runs.of(Wxr.of("guids.example")
                .item(896_701, "Plain", "plain-896701", guid("https://guids.example/?p=1&amp;x=2"))
                .item(896_702, "Script", "script-896702", guid("javascript:alert(1)//https://guids.example/"))
                .item(
                        896_703,
                        "Markup",
                        "markup-896703",
                        guid("https://guids.example/&lt;img src=x onerror=alert(1)&gt;"))
                .item(896_704, "Disguised", "disguised-896704", guid("urn:uuid:&lt;script&gt;"))
                .text());

        given().get("/api/v1/posts/896701").then().body("guid", is("https://guids.example/?p=1&x=2"));
        given().get("/wp-json/wp/v2/posts/896701").then().body("guid.rendered", is("https://guids.example/?p=1&x=2"));
        for (var id : List.of(896_702, 896_703, 896_704)) {
            given().get("/api/v1/posts/" + id).then().body("guid", matchesPattern("urn:uuid:[0-9a-f-]{36}"));
            given().get("/wp-json/wp/v2/posts/" + id).then().body("guid.rendered", endsWith("/?p=" + id));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update post set guid = '<script>' where id =" + " 896701")
                        .executeUpdate());
        given().get("/api/v1/posts/896701?fields=guid").then().body("guid", startsWith("urn:uuid:"));
    }

    private static String guid(String value) {
        return "<guid isPermaLink=\"false\">" + value + "</guid>";
    }

    @Test
    void active_content_is_removed_and_everything_else_stays() {
        runs.of(Wxr.of("scripts.example")
                .item(
                        896_801,
                        "Scripts",
                        "scripts-896801",
                        "<content:encoded><![CDATA[<!-- wp:html {\"a\":1} --><p"
                                + " id='x'>a</p><script>alert(1)</script><!-- /wp:html"
                                + " -->]]></content:encoded>",
                        "<excerpt:encoded><![CDATA[<b onclick=x>E</b>]]></excerpt:encoded>",
                        comment(896_802, 0, "1", "comment", "Hi<script>alert(1)</script> <i>x</i>"))
                .text());

        assertThat(value("select source from post_body where post_id = 896801"))
                .asString()
                .isEqualTo("<!-- wp:html {\"a\":1} --><p id='x'>a</p><!-- /wp:html -->");
        assertThat(value("select excerpt_source from post where id = 896801")).isEqualTo("<b>E</b>");
        assertThat(value("select source from comment where id = 896802"))
                .asString()
                .isEqualTo("Hi <i>x</i>");
    }

    @Test
    void hidden_fields_are_named_once_each() {
        var done = runs.of(Wxr.of("hidden.example")
                .item(896_601, "A", "a-896601", meta("_seo_title", "A"), meta("_edit_lock", "1:1"))
                .item(896_602, "B", "b-896602", meta("_seo_title", "B"))
                .item(896_603, "C", "c-896603", element("post_type", "forum"), meta("_forum_url", "/"))
                .text());

        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo("fields");
            assertThat(warning.sourceKey()).isEqualTo("_seo_title");
            assertThat(warning.message()).contains("2 posts");
        });
    }

    @Test
    void comments_show_the_date_that_they_were_shown_with_until_somebody_dates_them_anew() {
        runs.of(Wxr.of("local.example")
                .item(
                        896_921,
                        "Local",
                        "local-896921",
                        comment(896_922, 0, "1", "comment", "Hi")
                                .replace(
                                        "</wp:comment>",
                                        element("comment_date", "2020-02-03 21:05:06") + "</wp:comment>"))
                .text());
        var path = "/wp-json/wp/v2/comments/896922";

        var shown = given().get(path).then().statusCode(200).extract().jsonPath();
        assertThat(shown.getString("date")).isEqualTo("2020-02-03T21:05:06");
        assertThat(shown.getString("date_gmt")).isEqualTo("2020-02-03T04:05:06");
        var admin = Blog.ofAdministrator();
        admin.asking()
                .body(Map.of("date", shown.getString("date"), "content", "Hi there"))
                .post(path)
                .then()
                .statusCode(200)
                .body("date", is("2020-02-03T21:05:06"))
                .body("date_gmt", is("2020-02-03T04:05:06"));
        admin.asking()
                .body(Map.of("date_gmt", "2021-01-01T00:00:00"))
                .post(path)
                .then()
                .statusCode(200)
                .body("date_gmt", is("2021-01-01T00:00:00"))
                .body("date", not(is("2020-02-03T21:05:06")));
    }

    @Test
    void the_page_of_an_author_stays_at_its_address_whoever_the_author_is_here() {
        var own = users.create(new ImportedUser(null, "ink.896", null, "Ink", null));
        var taken = users.create(new ImportedUser(null, "other896", null, "Other", null));
        var admin = Blog.ofAdministrator();
        admin.asking()
                .body(Map.of("slug", "chosen-896"))
                .patch("/api/v1/users/" + own.id())
                .then()
                .statusCode(200);
        admin.asking()
                .body(Map.of("slug", "quill-896"))
                .patch("/api/v1/users/" + taken.id())
                .then()
                .statusCode(200);
        var done = runs.of(Wxr.of("authors.example")
                .author(896_931, "ink.896", "Ink")
                .author(896_932, "quill.896", "Quill")
                .item(896_933, "By Ink", "by-ink", "<dc:creator>ink.896</dc:creator>")
                .item(896_934, "By Quill", "by-quill", "<dc:creator>quill.896</dc:creator>")
                .text());

        given().queryParam("path", "/author/ink-896/")
                .get("/api/v1/resolve")
                .then()
                .statusCode(200)
                .body("redirect.to", endsWith("/author/chosen-896/"));
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.sourceKey()).isEqualTo("quill.896");
            assertThat(warning.message()).contains("another address now", "\"quill-896\"");
        });
    }

    @Test
    void terms_in_other_taxonomies_are_named_for_each_post() {
        var done = runs.of(Wxr.of("genres.example")
                .item(
                        896_941,
                        "Two authors",
                        "two-authors",
                        "<category domain=\"author\" nicename=\"cap-ada\"><![CDATA[Ada]]></category>"
                                + "<category domain=\"author\" nicename=\"cap-ben\"><![CDATA[Ben]]></category>"
                                + "<category domain=\"genre\" nicename=\"crime\"></category>"
                                + "<category domain=\"post_format\" nicename=\"post-format-aside\">Aside</category>")
                .text());

        assertThat(done.warnings())
                .extracting(ImportWarning::message)
                .containsExactly(
                        "Further authors were left out, since a post has one author here: Ada, Ben.",
                        "Its terms of the taxonomy \"genre\" were left out: crime.");
        assertThat(done.warnings()).extracting(ImportWarning::sourceKey).containsOnly("896941");
    }

    @Test
    void no_break_spaces_of_titles_and_names_stay() {
        runs.of(Wxr.of("spaces.example")
                .category(896_951, "spaces-896951", "", "Sport\u00a0& jeux")
                .item(896_952, "Bonjour\u00a0! \u00ab\u202foui\u202f\u00bb", "spaces-896952")
                .text()
                .replace("& jeux", "&amp; jeux"));

        var title = given().get("/api/v1/posts/896952").<String>path("title");
        assertThat(title).isEqualTo("Bonjour\u00a0! \u00ab\u202foui\u202f\u00bb");
        assertThat(given().get("/api/v1/categories/896951").<String>path("name"))
                .isEqualTo("Sport\u00a0& jeux");
        Blog.ofAdministrator()
                .asking()
                .body(Map.of("title", title))
                .patch("/api/v1/posts/896952")
                .then()
                .statusCode(200)
                .body("title", is(title));
        given().get("/api/v1/posts?search=bonjour !").then().body("items.id", hasItem(896_952));
    }

    private static String by(int id, int userId, String email) {
        return comment(id, 0, "1", "", "Text " + id)
                .replace(
                        "</wp:comment>",
                        element("comment_user_id", userId) + element("comment_author_email", email) + "</wp:comment>");
    }

    private long number(String sql) {
        return ((Number) value(sql)).longValue();
    }

    private Object value(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = entities.createNativeQuery(sql).getSingleResult();
            return found instanceof Timestamp time ? time.toLocalDateTime() : found;
        });
    }
}
