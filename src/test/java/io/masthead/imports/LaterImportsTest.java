package io.masthead.imports;

import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

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

/** Several imports of one site, each with a part of it. */
@OnBothDatabases
@QuarkusTest
class LaterImportsTest {

    private static final String PAGE = element("post_type", "page");

    private final Tokens tokens = new Tokens();

    @Inject
    ImportRuns runs;

    @Inject
    ImportService imports;

    @Inject
    EntityManager entities;

    @Test
    void a_featured_image_that_comes_later_is_set() {
        runs.of(post("image-later.example", 6_870_001, "image-later", 6_870_002));
        shownPost("image-later").body("featuredMedia", nullValue());
        // The same id at another site is another image.
        runs.of(image("image-other.example", 6_870_002, 0));
        shownPost("image-later").body("featuredMedia", nullValue());
        assertThat(references(6_870_001)).isEqualTo(1);

        runs.of(image("image-later.example", 6_870_002, 0));

        var id = idOf("image-later.example", "media", 6_870_002);
        assertThat(id).isNotEqualTo(idOf("image-other.example", "media", 6_870_002));
        shownPost("image-later").body("featuredMedia.id", is(id));
        assertThat(references(6_870_001)).isZero();
    }

    @Test
    void a_featured_image_that_an_editor_chose_meanwhile_stays() {
        runs.of(post("image-chosen.example", 6_870_101, "image-chosen", 6_870_102));
        runs.of(image("image-chosen.example", 6_870_103, 0));
        patch("posts", 6_870_101, Map.of("featuredMediaId", 6_870_103));

        runs.of(image("image-chosen.example", 6_870_102, 0));

        shownPost("image-chosen").body("featuredMedia.id", is(6_870_103));
        assertThat(references(6_870_101)).isZero();
    }

    @Test
    void the_post_of_an_upload_that_comes_later_is_set_unless_an_editor_chose_one() {
        runs.of(Wxr.of("upload.example")
                .item(6_870_200, "Other", "upload-other")
                .text());
        runs.of(image("upload.example", 6_870_201, 6_870_203));
        runs.of(image("upload.example", 6_870_202, 6_870_203));
        patch("media", 6_870_202, Map.of("postId", 6_870_200));

        runs.of(Wxr.of("upload.example").item(6_870_203, "Post", "upload-post").text());

        shown("/api/v1/media/6870201").body("postId", is(6_870_203));
        shown("/api/v1/media/6870202").body("postId", is(6_870_200));
    }

    @Test
    void a_page_moves_below_its_parent_that_comes_later_and_its_former_addresses_redirect() {
        var site = "parent-later.example";
        runs.of(Wxr.of(site)
                .item(
                        6_870_301,
                        "Leaf",
                        "parent-leaf",
                        PAGE,
                        element("post_parent", 6_870_302),
                        meta("_wp_old_slug", "parent-old-leaf"))
                .text());
        shown("/api/v1/pages/by-slug/parent-leaf").body("id", is(6_870_301)).body("parentId", nullValue());
        redirects("parent-old-leaf", "parent-leaf");

        runs.of(Wxr.of(site)
                .item(6_870_302, "Branch", "parent-branch", PAGE, element("post_parent", 6_870_303))
                .text());
        runs.of(Wxr.of(site).item(6_870_303, "Root", "parent-root", PAGE).text());

        var path = "parent-root/parent-branch/parent-leaf";
        shown("/api/v1/pages/by-slug/" + path).body("id", is(6_870_301)).body("parentId", is(6_870_302));
        redirects("parent-leaf", path);
        redirects("parent-branch/parent-leaf", path);
        redirects("parent-old-leaf", path);
        redirects("parent-root/parent-branch/parent-old-leaf", path);
        assertThat(references(6_870_301) + references(6_870_302)).isZero();
        assertThat(number("select count(*) from slug where owner_id = 6870301 and is_current"))
                .isEqualTo(1);
    }

    @Test
    void a_draft_moves_without_a_redirect() {
        var site = "draft-later.example";
        runs.of(Wxr.of(site)
                .item(
                        6_870_401,
                        "Draft",
                        "draft-leaf",
                        PAGE,
                        element("status", "draft"),
                        element("post_parent", 6_870_402))
                .text());
        runs.of(Wxr.of(site).item(6_870_402, "Root", "draft-root", PAGE).text());

        shown("/api/v1/pages/6870401").body("parentId", is(6_870_402));
        assertThat(number("select count(*) from slug where owner_id = 6870401")).isEqualTo(1);
    }

    @Test
    void a_page_whose_slug_is_taken_below_its_parent_stays_at_the_root_with_a_warning() {
        var site = "taken.example";
        runs.of(Wxr.of(site)
                .item(6_870_501, "First team", "taken-team", PAGE, element("post_parent", 6_870_502))
                .text());

        var done = runs.of(Wxr.of(site)
                .item(6_870_502, "Root", "taken-root", PAGE)
                .item(6_870_503, "Second team", "taken-team", PAGE, element("post_parent", 6_870_502))
                .text());

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo("pages");
            assertThat(warning.sourceKey()).isEqualTo("6870501");
            assertThat(warning.title()).isEqualTo("First team");
            assertThat(warning.message()).contains("stays at the root");
        });
        shown("/api/v1/pages/by-slug/taken-team").body("id", is(6_870_501));
        shown("/api/v1/pages/by-slug/taken-root/taken-team").body("id", is(6_870_503));
        assertThat(references(6_870_501)).isZero();
        assertThat(runs.of(image(site, 6_870_504, 0)).warnings()).isEmpty();
    }

    @Test
    void a_parent_that_an_editor_chose_meanwhile_stays() {
        var site = "parent-chosen.example";
        runs.of(Wxr.of(site)
                .item(6_870_601, "Leaf", "chosen-leaf", PAGE, element("post_parent", 6_870_603))
                .item(6_870_602, "Chosen", "chosen-parent", PAGE)
                .text());
        patch("pages", 6_870_601, Map.of("parentId", 6_870_602));

        runs.of(Wxr.of(site).item(6_870_603, "Late", "chosen-late", PAGE).text());

        shown("/api/v1/pages/by-slug/chosen-parent/chosen-leaf")
                .body("id", is(6_870_601))
                .body("parentId", is(6_870_602));
    }

    @Test
    void pages_that_name_each_other_as_parents_stay_reachable() {
        var site = "circle.example";
        runs.of(Wxr.of(site)
                .item(6_870_651, "One", "circle-one", PAGE, element("post_parent", 6_870_652))
                .text());
        runs.of(Wxr.of(site)
                .item(6_870_652, "Two", "circle-two", PAGE, element("post_parent", 6_870_651))
                .text());

        shown("/api/v1/pages/by-slug/circle-one/circle-two").body("id", is(6_870_652));
        shown("/api/v1/pages/by-slug/circle-one").body("parentId", nullValue());
    }

    @Test
    void a_category_moves_below_its_parent_that_comes_later_unless_an_editor_chose_one() {
        var site = "categories-later.example";
        runs.of(Wxr.of(site)
                .category(687_001, "later-leaf", "later-root", "Leaf")
                .category(687_002, "later-chosen-leaf", "later-root", "Chosen leaf")
                .category(687_003, "later-chosen", "", "Chosen")
                .text());
        patch("categories", 687_002, Map.of("parentId", 687_003));

        runs.of(Wxr.of(site).category(687_004, "later-root", "", "Root").text());

        shown("/api/v1/categories/by-slug/later-leaf").body("parentId", is(687_004));
        shown("/api/v1/categories/by-slug/later-chosen-leaf").body("parentId", is(687_003));
        assertThat(references(687_001) + references(687_002)).isZero();
    }

    @Test
    void what_was_deleted_meanwhile_is_left_alone() {
        var site = "deleted.example";
        runs.of(post(site, 6_870_701, "deleted-post", 6_870_702));
        runs.of(Wxr.of(site)
                .item(6_870_703, "Page", "deleted-page", PAGE, element("post_parent", 6_870_704))
                .text());
        runs.of(image(site, 6_870_705, 6_870_706));
        delete("posts", 6_870_701);
        delete("pages", 6_870_703);
        delete("media", 6_870_705);

        var done = runs.of(Wxr.of(site)
                .add(Wxr.attachment(6_870_702, 0))
                .item(6_870_704, "Parent", "deleted-parent", PAGE)
                .item(6_870_706, "Post", "deleted-upload")
                .text());

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(done.warnings()).isEmpty();
        shown("/api/v1/media/6870702");
        shown("/api/v1/pages/by-slug/deleted-parent");
        assertThat(references(6_870_701) + references(6_870_703) + references(6_870_705))
                .isZero();
    }

    @Test
    void what_refers_to_something_deleted_is_imported_without_it() {
        var site = "target-deleted.example";
        runs.of(Wxr.of(site)
                .add(Wxr.attachment(6_870_801, 0))
                .item(6_870_802, "Parent", "gone-parent", PAGE)
                .text());
        delete("media", 6_870_801);
        delete("pages", 6_870_802);

        var done = runs.of(Wxr.of(site)
                .item(6_870_803, "Post", "gone-post", meta("_thumbnail_id", "6870801"))
                .item(6_870_804, "Page", "gone-page", PAGE, element("post_parent", 6_870_802))
                .text());

        assertThat(done.warnings()).isEmpty();
        shownPost("gone-post").body("featuredMedia", nullValue());
        shown("/api/v1/pages/by-slug/gone-page").body("parentId", nullValue());
        assertThat(references(6_870_803) + references(6_870_804)).isZero();
    }

    @Test
    void pages_that_a_failed_import_left_without_an_address_get_one_by_the_next() {
        var site = "failed.example";
        var text = Wxr.of(site)
                .item(6_870_901, "Leaf", "failed-leaf", PAGE, element("post_parent", 6_870_902))
                .text();
        var first = runs.of(text);
        execute("delete from slug where owner_id = 6870901");
        execute("update import_reference set import_id = " + first.id() + " where owner_id = 6870901");
        execute("update import_run set status = 'FAILED' where id = " + first.id());
        given().get("/api/v1/pages/by-slug/failed-leaf").then().statusCode(404);

        runs.of(text);

        shown("/api/v1/pages/by-slug/failed-leaf").body("id", is(6_870_901));
        assertThat(references(6_870_901)).isEqualTo(1);
    }

    @Test
    void pages_of_an_import_that_still_runs_are_left_to_it() {
        var site = "running.example";
        var first = runs.of(Wxr.of(site)
                .item(6_871_001, "Leaf", "running-leaf", PAGE, element("post_parent", 6_871_002))
                .text());
        execute("delete from slug where owner_id = 6871001");
        execute("update import_reference set import_id = " + first.id() + " where owner_id = 6871001");
        execute("update import_run set status = 'RUNNING' where id = " + first.id());

        runs.of(Wxr.of(site).item(6_871_002, "Root", "running-root", PAGE).text());

        shown("/api/v1/pages/6871001").body("parentId", nullValue());
        assertThat(references(6_871_001)).isEqualTo(1);
        execute("update import_run set status = 'FAILED' where id = " + first.id());
    }

    /** Posts by one import and their images by another, in several rounds, since only some of them collide. */
    @Test
    void two_imports_of_a_site_at_once_lose_no_reference() throws Exception {
        var site = "at-once.example";
        int rounds = 4;
        int count = 60;
        for (int round = 0; round < rounds; round++) {
            var posts = Wxr.of(site);
            var images = Wxr.of(site);
            for (int i = 0; i < count; i++) {
                int id = 6_872_000 + round * 1_000 + i;
                posts.item(id, "Post", "at-once-" + id, meta("_thumbnail_id", Integer.toString(id + 500)));
                posts.item(id + 200, "Leaf", "leaf-" + id, PAGE, element("post_parent", id + 800));
                images.add(Wxr.attachment(id + 500, id));
                images.item(id + 800, "Branch", "branch-" + id, PAGE);
            }
            both(started(posts.text()), started(images.text()));
        }

        assertThat(number("select count(*) from post p join media m on m.id = p.featured_media_id and m.id = p.id + 500"
                        + " and m.post_id = p.id where p.slug like 'at-once-%'"))
                .isEqualTo(rounds * count);
        assertThat(number("select count(*) from post where slug like 'leaf-687%' and parent_id = id + 600"))
                .isEqualTo(rounds * count);
        assertThat(number("select count(*) from import_reference r join import_source s on s.id = r.source_id"
                        + " where s.url = 'at-once.example'"))
                .isZero();
    }

    private long started(String text) {
        var file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return imports.start("test.xml", file, ImportOptions.DEFAULT, null, ImportRuns.OWNER)
                .id();
    }

    private void both(long one, long other) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var tasks = new ArrayList<Callable<Import>>();
            for (long id : List.of(one, other)) {
                tasks.add(() -> runs.finished(id));
            }
            for (var done : threads.invokeAll(tasks, 120, TimeUnit.SECONDS)) {
                assertThat(done.get().status()).isEqualTo(ImportStatus.COMPLETED);
                assertThat(done.get().warnings()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String post(String site, int id, String slug, int image) {
        return Wxr.of(site)
                .item(id, "A post", slug, meta("_thumbnail_id", Integer.toString(image)))
                .text();
    }

    private static String image(String site, int id, int postId) {
        return Wxr.of(site).add(Wxr.attachment(id, postId)).text();
    }

    private static ValidatableResponse shownPost(String slug) {
        return given().get("/api/v1/posts/by-slug/" + slug).then().statusCode(200);
    }

    private ValidatableResponse shown(String path) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static void redirects(String from, String to) {
        given().redirects()
                .follow(false)
                .get("/api/v1/pages/by-slug/" + from)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/by-slug/" + to));
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

    private void delete(String kind, long id) {
        given().auth()
                .preemptive()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .delete("/api/v1/" + kind + "/" + id + "?permanent=true")
                .then()
                .statusCode(204);
    }

    private int idOf(String site, String kind, int key) {
        return number("select m.target_id from import_mapping m join import_source s on s.id = m.source_id"
                + " where s.url = '%s' and m.kind = '%s' and m.source_key = '%d'".formatted(site, kind, key));
    }

    private int references(long owner) {
        return number("select count(*) from import_reference where owner_id = " + owner);
    }

    private int number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).intValue());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
