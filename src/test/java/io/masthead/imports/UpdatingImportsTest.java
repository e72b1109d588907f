package io.masthead.imports;

import static io.masthead.imports.Wxr.comment;
import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.imports.files.FileOrigin;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Later exports of a site that has changed since. */
@OnBothDatabases
@QuarkusTest
class UpdatingImportsTest {

    private static final ImportOptions UPDATE =
            new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, false, FileOrigin.NONE, false, null, true);

    // The ids of tests are far apart, since revisions take the next free ones.
    private final Tokens tokens = new Tokens();

    @Inject
    ImportRuns runs;

    @Inject
    ImportService imports;

    @Inject
    EntityManager entities;

    @Test
    void what_the_exported_site_has_changed_is_taken_over_and_told() {
        var site = "updated.example";
        runs.of(Wxr.of(site)
                .author(68_901, "update.ada", "Ada")
                .category(68_902, "up-news", "", "News")
                .category(68_903, "up-sea", "", "Sea")
                .item(
                        70_100_001,
                        "Before",
                        "up-before",
                        "<dc:creator>update.ada</dc:creator>",
                        content("Old text"),
                        category("up-news"),
                        meta("mood", "calm"),
                        comment(70_100_002, 0, "1", "comment", "First"),
                        comment(70_100_003, 0, "1", "comment", "Same"))
                .item(70_100_004, "Untouched", "up-untouched", content("Same text"))
                .text());
        patch("posts", 70_100_004, Map.of("title", "Edited here"));
        var later = Wxr.of(site)
                .author(68_901, "update.ada", "Ada Byron")
                .category(68_902, "up-news", "", "Newest")
                .category(68_903, "up-sea", "", "Sea")
                .item(
                        70_100_001,
                        "After &amp; later",
                        "up-after",
                        "<dc:creator>update.ada</dc:creator>",
                        content("New text"),
                        "<excerpt:encoded><![CDATA[In short]]></excerpt:encoded>",
                        category("up-sea"),
                        meta("mood", "stormy"),
                        element("post_date_gmt", "2021-01-02 03:04:05"),
                        comment(70_100_002, 0, "1", "comment", "First, mended"),
                        comment(70_100_003, 0, "1", "comment", "Same"),
                        comment(70_100_005, 0, "1", "comment", "New"))
                .item(70_100_004, "Untouched", "up-untouched", content("Same text"))
                .text();

        var without = runs.of(later);
        assertThat(written(without)).isEqualTo(1); // the new comment
        assertThat(without.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sourceKey()).isEqualTo("70100001"));
        shown("/api/v1/posts/70100001").body("title", is("Before"));

        var done = runs.of(later, UPDATE);

        shown("/api/v1/posts/70100001")
                .body("title", is("After & later"))
                .body("content.html", containsString("New text"))
                .body("excerpt", is("In short"))
                .body("slug", is("up-after"))
                .body("publishedAt", is("2021-01-02T03:04:05Z"))
                .body("categories.slug", contains("up-sea"))
                .body("customFields.mood", is("stormy"));
        given().redirects()
                .follow(false)
                .get("/api/v1/posts/by-slug/up-before")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/by-slug/up-after"));
        shown("/api/v1/posts/70100001/revisions").body("items.title", hasItem("Before"));
        shown("/api/v1/posts/70100004").body("title", is("Edited here"));
        shown("/api/v1/comments/70100002").body("html", containsString("First, mended"));
        shown("/api/v1/comments/70100003").body("html", containsString("Same"));
        shown("/api/v1/categories/by-slug/up-news").body("name", is("Newest"));
        shown("/api/v1/users/68901").body("name", is("Ada Byron"));
        assertThat(done.counts())
                .contains(
                        new ImportCount("posts", true, 2, 1, 1),
                        new ImportCount("comments", true, 3, 1, 2),
                        new ImportCount("categories", true, 2, 1, 1),
                        new ImportCount("users", true, 1, 1, 0));
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.sourceKey()).isEqualTo("70100001");
            assertThat(warning.message()).contains("changed at the exported site");
        });
        assertThat(written(runs.of(later, UPDATE))).isZero();
    }

    @Test
    void an_edit_made_here_stays_until_the_exported_site_changes_the_post_too() {
        runs.of(one("contested.example", 70_200_101, "One"));
        patch("posts", 70_200_101, Map.of("title", "Ours"));

        assertThat(written(runs.of(one("contested.example", 70_200_101, "One"), UPDATE)))
                .isZero();
        shown("/api/v1/posts/70200101").body("title", is("Ours"));

        assertThat(written(runs.of(one("contested.example", 70_200_101, "Two"), UPDATE)))
                .isEqualTo(1);
        assertThat(number("select count(*) from post where id = 70200101 and title = 'Two'"))
                .isEqualTo(1);
        shown("/api/v1/posts/70200101").body("title", is("Two"));
        shown("/api/v1/posts/70200101/revisions").body("items.title", hasItem("Ours"));
    }

    @Test
    void two_items_with_one_id_are_told() {
        var done = runs.of(Wxr.of("one-id.example")
                .item(70_300_151, "First", "one-id-first")
                .item(70_300_151, "Second", "one-id-second")
                .item(70_300_151, "First", "one-id-first")
                .text());

        assertThat(done.counts()).contains(new ImportCount("posts", true, 3, 1, 2));
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.title()).isEqualTo("Second");
            assertThat(warning.message()).contains("has its id");
        });
    }

    @Test
    void the_trash_here_and_the_trash_there_are_both_respected() {
        var site = "trashed-later.example";
        runs.of(Wxr.of(site)
                .item(70_400_201, "Gone here", "gone-here")
                .item(70_400_202, "Gone there", "gone-there")
                .text());
        given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .delete("/api/v1/posts/70400201")
                .then()
                .statusCode(200);

        var done = runs.of(
                Wxr.of(site)
                        .item(70_400_201, "Gone here, changed there", "gone-here")
                        .item(70_400_202, "Gone there", "gone-there__trashed", element("status", "trash"))
                        .text(),
                UPDATE);

        shown("/api/v1/posts/70400201").body("status", is("trashed")).body("title", is("Gone here"));
        shown("/api/v1/posts/70400202").body("status", is("trashed"));
        assertThat(done.warnings()).hasSize(2);
        assertThat(done.warnings().get(0).message()).contains("is in the trash here");
    }

    @Test
    void a_page_moves_with_its_parent_and_an_image_that_is_gone_goes() {
        var site = "pages-later.example";
        var page = element("post_type", "page");
        runs.of(Wxr.of(site)
                .add(Wxr.attachment(70_500_301, 0))
                .item(70_500_302, "Root", "later-root", page)
                .item(70_500_303, "Leaf", "later-leaf", page, meta("_thumbnail_id", "70500301"))
                .text());

        runs.of(
                Wxr.of(site)
                        .item(70_500_302, "Root", "later-root", page)
                        .item(70_500_303, "Leaf", "later-leaf", page, element("post_parent", 70_500_302))
                        .text(),
                UPDATE);

        shown("/api/v1/pages/by-slug/later-root/later-leaf")
                .body("id", is(70_500_303))
                .body("featuredMedia", nullValue());
    }

    @Test
    void what_an_earlier_version_imported_is_updated_if_it_was_changed_there_last() {
        var site = "earlier-version.example";
        runs.of(modified(site, "One", "2020-05-05 00:00:00"));
        execute("update import_mapping set source_hash = null where source_key = '70600401'");
        patch("posts", 70_600_401, Map.of("title", "Ours"));

        runs.of(modified(site, "Two", "2020-06-06 00:00:00"), UPDATE);
        shown("/api/v1/posts/70600401").body("title", is("Ours"));

        execute("update import_mapping set source_hash = null where source_key = '70600401'");
        execute(
                "update post set updated_at = timestamp with time zone '2020-05-05 00:00:00+00:00' where id = 70600401");
        runs.of(modified(site, "Three", "2020-07-07 00:00:00"), UPDATE);
        shown("/api/v1/posts/70600401").body("title", is("Three"));
    }

    /** Two updates and an editor at once, on the same posts. */
    @Test
    void imports_and_an_editor_at_once_lose_and_double_nothing() throws Exception {
        var site = "busy-update.example";
        int count = 40;
        runs.of(many(site, count, "One"));
        long posts = number("select count(*) from post");
        long comments = number("select count(*) from comment");
        var tasks = new ArrayList<Callable<Object>>();
        for (var title : List.of("Two", "Two")) {
            var file = new ByteArrayInputStream(many(site, count, title).getBytes(StandardCharsets.UTF_8));
            long id = imports.start("test.xml", file, UPDATE, null, ImportRuns.OWNER)
                    .id();
            tasks.add(() -> runs.finished(id));
        }
        tasks.add(() -> {
            for (int i = count - 1; i >= 0; i--) {
                patch("posts", 70_700_000 + i, Map.of("customFields", Map.of("note", "n" + i)));
            }
            return null;
        });
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (var done : threads.invokeAll(tasks, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(number("select count(*) from post")).isEqualTo(posts);
        assertThat(number("select count(*) from comment")).isEqualTo(comments + count);
        assertThat(number("select count(*) from post where id between 70700000 and 70700099 and title like 'Two %'"))
                .isEqualTo(count);
        for (int i = 0; i < count; i++) {
            shown("/api/v1/posts/" + (70_700_000 + i)).body("customFields.note", is("n" + i));
        }
        assertThat(number("select count(*) from import_run where status <> 'COMPLETED' and site_url = '" + site + "'"))
                .isZero();
    }

    private static String many(String site, int count, String title) {
        var file = Wxr.of(site);
        for (int i = 0; i < count; i++) {
            int id = 70_700_000 + i;
            file.item(
                    id,
                    title + " " + i,
                    "busy-" + id,
                    comment(id + 200, 0, "1", "comment", "Same"),
                    title.equals("One") ? "" : comment(id + 400, 0, "1", "comment", "New"));
        }
        return file.text();
    }

    private static String one(String site, int id, String title) {
        return Wxr.of(site).item(id, title, "one-" + id).text();
    }

    private static String modified(String site, String title, String modified) {
        return Wxr.of(site)
                .item(70_600_401, title, "earlier-version", element("post_modified_gmt", modified))
                .text();
    }

    private static String content(String text) {
        return "<content:encoded><![CDATA[%s]]></content:encoded>".formatted(text);
    }

    private static String category(String slug) {
        return "<category domain=\"category\" nicename=\"%s\">%s</category>".formatted(slug, slug);
    }

    private static int written(Import done) {
        assertThat(done.status()).as(done.failure()).isEqualTo(ImportStatus.COMPLETED);
        return done.counts().stream().mapToInt(ImportCount::written).sum();
    }

    private ValidatableResponse shown(String path) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .get(path)
                .then()
                .statusCode(200);
    }

    private void patch(String kind, long id, Map<String, Object> changes) {
        given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch("/api/v1/" + kind + "/" + id)
                .then()
                .statusCode(200);
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
