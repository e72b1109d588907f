package io.masthead.imports;

import static io.masthead.imports.Wxr.comment;
import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.PageRequest;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class ImportJobTest {

    @Inject
    ImportRuns runs;

    @Inject
    ImportService imports;

    @Inject
    EntityManager entities;

    @Test
    void a_malformed_file_stores_nothing_and_names_line_and_column() {
        var text =
                Wxr.of("broken.example").item(810_001, "Kept out", "kept-out").text();
        var cut = text.substring(0, text.length() - 12);

        var failed = runs.of(cut);

        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.failure()).startsWith("Line ").contains("column");
        assertThat(failed.failureLine()).isGreaterThan(5);
        assertThat(failed.failureColumn()).isPositive();
        assertThat(number("select count(*) from post where slug = 'kept-out'")).isZero();
        assertThat(chunks(failed.id())).isZero();
    }

    @Test
    void a_repeat_adds_nothing() {
        var text = Wxr.of("repeat.example")
                .author(8_101, "repeat.author", "Rea")
                .category(8_102, "repeat-news", "", "News")
                .item(
                        810_101,
                        "Once",
                        "repeat-once",
                        "<dc:creator>repeat.author</dc:creator>",
                        "<category domain=\"category\"" + " nicename=\"repeat-news\">News</category>",
                        comment(8_103, 0, "1", "", "Hello"))
                .text();
        var first = runs.of(text);
        var before = everything();

        var second = runs.of(text);

        assertThat(written(first))
                .containsEntry("posts", 1)
                .containsEntry("comments", 1)
                .containsEntry("users", 1)
                .containsEntry("categories", 1);
        assertThat(written(second).values()).containsOnly(0);
        assertThat(everything()).isEqualTo(before);
        assertThat(second.warnings()).isEmpty();
    }

    @Test
    void a_category_without_a_name_costs_one_warning_and_no_post() {
        var done = runs.of(Wxr.of("nameless.example")
                .category(8_301, "", "", "")
                .item(
                        830_101,
                        "Filed under nothing",
                        "nameless-kept",
                        "<category domain=\"category\" nicename=\"\"></category>")
                .text());

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(written(done)).containsEntry("posts", 1).containsEntry("categories", 0);
        assertThat(done.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("neither a name nor a slug"));
    }

    @Test
    void original_ids_are_kept_and_never_given_to_anybody_else() {
        runs.of(Wxr.of("ids.example")
                .item(910_777, "Kept", "ids-kept", comment(910_778, 0, "1", "", "Hi"))
                .text());

        assertThat(number("select id from post where slug = 'ids-kept'")).isEqualTo(910_777);
        assertThat(number("select nextval('content_id_seq')")).isGreaterThan(910_777);
        assertThat(number("select nextval('comment_id_seq')")).isGreaterThan(910_778);

        runs.of(Wxr.of("other-ids.example").item(910_777, "Other", "ids-other").text());
        assertThat(number("select id from post where slug = 'ids-other'")).isNotEqualTo(910_777);
    }

    @Test
    void an_interrupted_import_continues_where_it_stopped() {
        var site = "resumed.example";
        var wxr = Wxr.of(site);
        for (int i = 0; i < 250; i++) {
            wxr.item(820_000 + i, "Post " + i, "resumed-" + i);
        }
        var whole = runs.of(wxr.text());
        assertThat(whole.recordsDone()).isEqualTo(250);
        // The state after the first batch and a crash: later records are missing.
        QuarkusTransaction.requiringNew().run(() -> {
            execute("delete from post where id between 820200 and 820249");
            execute("delete from import_mapping where kind = 'post' and source_key" + " between '820200' and '820249'");
            execute("delete from slug where owner_id between 820200 and 820249");
            execute("update import_run set status = 'RUNNING', records_done = 200,"
                    + " finished_at = null where id = "
                    + whole.id());
            execute("update import_count set written = 200 where import_id = " + whole.id());
        });
        restore(whole.id(), wxr.text());

        var resumed = runs.finished(whole.id());

        assertThat(resumed.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(written(resumed)).containsEntry("posts", 250);
        assertThat(skipped(resumed)).containsEntry("posts", 0);
        assertThat(number("select count(*) from post where slug like 'resumed-%'"))
                .isEqualTo(250);
        assertThat(chunks(whole.id())).isZero();
    }

    @Test
    void authors_are_mapped_to_existing_logins_and_others_are_created_with_their_role() {
        var options = new ImportOptions(Map.of("boss", "admin"), Map.of("writer", Role.AUTHOR), Role.SUBSCRIBER, false);
        runs.of(
                Wxr.of("authors.example")
                        .author(8_301, "boss", "The Boss")
                        .author(8_302, "writer", "Wri Ter")
                        .item(830_001, "By the boss", "by-boss", "<dc:creator>boss</dc:creator>")
                        .item(830_002, "By a writer", "by-writer", "<dc:creator>writer</dc:creator>")
                        .item(830_003, "By nobody", "by-ghost", "<dc:creator>ghost</dc:creator>")
                        .text(),
                options);

        assertThat(text("select u.login from users u join post p on p.author_id = u.id" + " where p.slug = 'by-boss'"))
                .isEqualTo("admin");
        assertThat(number("select count(*) from users where login = 'boss'")).isZero();
        assertThat(text("select role from users where login = 'writer'")).isEqualTo("AUTHOR");
        assertThat(number("select id from users where login = 'writer'")).isEqualTo(8_302);
        assertThat(text("select role from users where login = 'ghost'")).isEqualTo("SUBSCRIBER");
        assertThat(number("select published_count from users where login = 'writer'"))
                .isEqualTo(1);
    }

    @Test
    void an_option_for_an_unknown_author_stores_nothing() {
        var options =
                new ImportOptions(Map.of("typo", "admin"), Map.of("mistake", Role.AUTHOR), Role.SUBSCRIBER, false);
        var failed = runs.of(
                Wxr.of("typo.example")
                        .author(8_351, "right", "Right")
                        .item(835_001, "Kept out", "kept-out-by-typo")
                        .text(),
                options);

        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.failure()).contains("mistake, typo").doesNotContain("right");
        assertThat(number("select count(*) from post where id = 835001")).isZero();
        assertThat(number("select count(*) from users where login = 'right'")).isZero();
    }

    @Test
    void mapping_an_author_to_an_unknown_user_is_refused_before_the_file_is_stored() {
        var before = number("select count(*) from import_run");
        var options =
                new ImportOptions(Map.of("ada", "nobody-of-that-name", "ben", " "), Map.of(), Role.SUBSCRIBER, false);

        assertThatThrownBy(() -> runs.of(Wxr.of("nobody.example").text(), options))
                .isInstanceOfSatisfying(CmsException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(e.errors())
                            .extracting(FieldError::field)
                            .containsExactlyInAnyOrder("options/users/ada", "options/users/ben");
                });
        assertThat(number("select count(*) from import_run")).isEqualTo(before);
        assertThat(number("select count(*) from import_chunk")).isZero();
    }

    @Test
    void an_earlier_mapping_of_an_author_stays_and_another_choice_is_reported() {
        var text = Wxr.of("twice-chosen.example")
                .author(8_361, "twice.chosen", "Twice")
                .item(836_001, "By Twice", "by-twice", "<dc:creator>twice.chosen</dc:creator>")
                .text();
        runs.of(text);

        var again = runs.of(text, new ImportOptions(Map.of("twice.chosen", "admin"), Map.of(), Role.SUBSCRIBER, false));

        assertThat(again.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sourceKey()).isEqualTo("twice.chosen"));
        assertThat(text("select u.login from users u join post p on p.author_id = u.id" + " where p.slug = 'by-twice'"))
                .isEqualTo("twice.chosen");
    }

    @Test
    void the_category_tree_is_imported_even_if_a_parent_comes_after_its_child() {
        runs.of(Wxr.of("tree.example")
                .category(8_401, "tree-leaf", "tree-branch", "Leaf")
                .category(8_402, "tree-branch", "tree-root", "Branch &amp;amp; more")
                .category(8_403, "tree-root", "", "Root")
                .item(
                        840_001,
                        "In the tree",
                        "in-tree",
                        "<category domain=\"category\"" + " nicename=\"tree-leaf\">Leaf</category>",
                        "<category domain=\"post_tag\" nicename=\"%e3%83%86\">テ</category>",
                        "<category domain=\"post_format\"" + " nicename=\"post-format-aside\">Aside</category>")
                .item(
                        840_002,
                        "A draft",
                        "draft-in-tree",
                        element("status", "draft"),
                        "<category domain=\"category\"" + " nicename=\"tree-leaf\">Leaf</category>")
                .text());

        assertThat(text("select p.slug from term t join term p on p.id = t.parent_id where" + " t.slug = 'tree-leaf'"))
                .isEqualTo("tree-branch");
        assertThat(text("select p.slug from term t join term p on p.id = t.parent_id where"
                        + " t.slug = 'tree-branch'"))
                .isEqualTo("tree-root");
        assertThat(text("select name from term where slug = 'tree-branch'")).isEqualTo("Branch & more");
        assertThat(number("select published_count from term where slug = 'tree-leaf'"))
                .isEqualTo(1);
        assertThat(number("select published_count from term where slug = 'テ'")).isEqualTo(1);
        assertThat(text("select format from post where slug = 'in-tree'")).isEqualTo("ASIDE");
    }

    @Test
    void imported_posts_are_counted_in_their_month() {
        var date = element("post_date_gmt", "1993-03-04 05:06:07");
        runs.of(Wxr.of("months.example")
                .item(841_001, "Out", "month-out", date)
                .item(841_002, "Out too", "month-out-too", date)
                .item(841_003, "A draft", "month-draft", date, element("status", "draft"))
                .text());

        assertThat(number("select published_count from post_month where id = 1993 * 12 + 2"))
                .isEqualTo(2);
    }

    @Test
    void terms_and_fields_of_a_post_are_imported() {
        runs.of(Wxr.of("carries.example")
                .item(
                        850_001,
                        "<![CDATA[One &amp; <em>only</em>]]>",
                        "one-only",
                        "<content:encoded><![CDATA[First\n\n" + "Second <script>bad()</script>]]></content:encoded>",
                        "<excerpt:encoded><![CDATA[Short]]></excerpt:encoded>",
                        "<guid" + " isPermaLink=\"false\">https://carries.example/?p=850001</guid>",
                        element("is_sticky", 1),
                        element("post_password", "open sesame"),
                        element("comment_status", "closed"),
                        meta("_wp_old_slug", "former-only"),
                        meta("_thumbnail_id", "850002"),
                        meta("mood", "calm"),
                        meta("mood", "glad"),
                        meta("sizes", "a:1:{s:1:\"w\";i:3;}"),
                        meta("_hidden", "secret"))
                .item(
                        850_002,
                        "Picture",
                        "picture-850002",
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("post_parent", 850_001),
                        element("attachment_url", "https://carries.example/a.jpg"),
                        meta("_wp_attachment_image_alt", "A quay"),
                        meta("_wp_attachment_metadata", "a:2:{s:5:\"width\";i:640;s:6:\"height\";i:480;}"))
                .item(850_003, "Menu", "menu", element("post_type", "forum"))
                .text());

        var post = row("select title, title_html, excerpt, guid, password, sticky, comments_open,"
                + " featured_media_id, custom_fields from post where id = 850001");
        assertThat(post.subList(0, 8))
                .isEqualTo(List.of(
                        "One & only",
                        "One &amp; <em>only</em>",
                        "Short",
                        "https://carries.example/?p=850001",
                        "open sesame",
                        true,
                        false,
                        850_002L));
        assertThat(post.get(8).toString().replace(" ", ""))
                .contains("\"mood\":[\"calm\",\"glad\"]", "\"sizes\":{\"w\":3}")
                .doesNotContain("secret", "_thumbnail_id");
        assertThat(text("select html from post_body where post_id = 850001"))
                .contains("<p>First</p>", "<p>Second")
                .doesNotContain("script");
        assertThat(row("select owner_id, is_current from slug where scope = 'post' and" + " slug = 'former-only'"))
                .isEqualTo(List.of(850_001L, false));
        assertThat(row("select mime_type, width, height, alt_text, post_id from media" + " where id = 850002"))
                .isEqualTo(List.of("image/jpeg", 640, 480, "A quay", 850_001L));
        assertThat(number("select count(*) from post where title = 'Menu'")).isZero();
    }

    @Test
    void pages_find_their_parents_and_may_share_a_slug_below_different_ones() {
        runs.of(Wxr.of("pages.example")
                .item(860_001, "Team", "team", element("post_type", "page"), element("post_parent", 860_003))
                .item(
                        860_002,
                        "Team",
                        "team",
                        element("post_type", "page"),
                        element("post_parent", 860_004),
                        element("menu_order", 7))
                .item(860_003, "North", "north", element("post_type", "page"))
                .item(860_004, "South", "south", element("post_type", "page"))
                .text());

        assertThat(row("select slug, parent_id, menu_order from post where id = 860001"))
                .isEqualTo(List.of("team", 860_003L, 0));
        assertThat(row("select slug, parent_id, menu_order from post where id = 860002"))
                .isEqualTo(List.of("team", 860_004L, 7));
        assertThat(number("select owner_id from slug where scope = 'page/860004' and slug =" + " 'team'"))
                .isEqualTo(860_002);
        assertThat(number("select count(*) from import_reference where owner_id in (860001, 860002)"))
                .isZero();
    }

    @Test
    void statuses_and_dates_keep_their_meaning() {
        runs.of(Wxr.of("statuses.example")
                .item(
                        870_001,
                        "Later",
                        "later",
                        element("status", "future"),
                        element("post_date_gmt", "2199-01-01 00:00:00"))
                .item(
                        870_002,
                        "Begun",
                        "",
                        element("status", "draft"),
                        element("post_date_gmt", "0000-00-00 00:00:00"),
                        element("post_date", "2021-05-06 07:08:09"))
                .item(
                        870_003,
                        "Gone",
                        "gone__trashed",
                        element("status", "trash"),
                        meta("_wp_trash_meta_status", "publish"))
                .item(870_004, "Mine", "mine", element("status", "private"))
                .item(870_005, "Odd", "odd", element("status", "wip-42"))
                .item(870_006, "Nothing", "", element("status", "auto-draft"))
                .text());

        assertThat(text("select status from post where id = 870001")).isEqualTo("SCHEDULED");
        assertThat(number("select count(*) from job where kind = 'post.publish' and" + " subject_id = 870001"))
                .isEqualTo(1);
        assertThat(number("select count(*) from post where id = 870002 and status = 'DRAFT'"
                        + " and published_at is null and slug is null"))
                .isEqualTo(1);
        assertThat(row("select status, status_before_trash, slug from post where id = 870003"))
                .isEqualTo(List.of("TRASHED", "PUBLISHED", "gone"));
        assertThat(number("select count(*) from slug where slug = 'gone'")).isZero();
        assertThat(text("select status from post where id = 870004")).isEqualTo("PRIVATE");
        assertThat(text("select status from post where id = 870005")).isEqualTo("DRAFT");
        assertThat(text("select message from import_warning where source_key = '870005'"))
                .contains("wip-42");
        assertThat(number("select count(*) from post where id = 870006")).isZero();
    }

    @Test
    void comments_keep_type_thread_and_status_and_only_approved_ones_count() {
        runs.of(Wxr.of("comments.example")
                .item(
                        880_001,
                        "Discussed",
                        "discussed",
                        // The reply comes before its parent.
                        comment(8_802, 8_801, "1", "comment", "Answer"),
                        comment(8_801, 0, "1", "", "One\n\nTwo <img src=x onerror=a>"),
                        comment(8_803, 0, "0", "pingback", "Waits"),
                        comment(8_804, 0, "spam", "trackback", "Buy"),
                        comment(8_805, 8_806, "trash", "", "A circle"),
                        comment(8_806, 8_805, "1", "", "A circle, too"))
                .text());

        assertThat(number("select comment_count from post where id = 880001")).isEqualTo(3);
        assertThat(number("select version from post where id = 880001")).isZero();
        assertThat(row("select parent_id, status, type from comment where id = 8802"))
                .isEqualTo(List.of(8_801L, "APPROVED", "COMMENT"));
        assertThat(row("select status, type from comment where id = 8803")).isEqualTo(List.of("PENDING", "PINGBACK"));
        assertThat(row("select status, type from comment where id = 8804")).isEqualTo(List.of("SPAM", "TRACKBACK"));
        assertThat(text("select html from comment where id = 8801"))
                .contains("<p>One</p>")
                .doesNotContain("onerror", "<img");
        assertThat(number("select count(*) from comment where id in (8805, 8806)"))
                .isEqualTo(2);
    }

    @Test
    void too_complex_content_is_skipped_with_a_warning_that_names_the_item() {
        var deep = "<b>".repeat(30_000);
        var done = runs.of(Wxr.of("complex.example")
                .item(890_001, "Abyss", "abyss", "<content:encoded><![CDATA[" + deep + "]]></content:encoded>")
                .item(890_002, "Fine", "fine-after-abyss")
                .text());

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(number("select count(*) from post where id = 890001")).isZero();
        assertThat(number("select count(*) from post where id = 890002")).isEqualTo(1);
        assertThat(done.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.sourceKey()).isEqualTo("890001");
            assertThat(warning.title()).isEqualTo("Abyss");
        });
    }

    @Test
    void only_users_who_may_import_see_and_start_imports() {
        var editor = new Actor(1L, Role.EDITOR.capabilities());
        var file = new ByteArrayInputStream(new byte[] {1});
        assertThatThrownBy(() -> imports.start("a.xml", file, ImportOptions.DEFAULT, null, editor))
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> imports.search(PageRequest.first(10), Actor.ANONYMOUS))
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
        assertThatThrownBy(() -> imports.get(Long.MAX_VALUE, ImportRuns.OWNER))
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_NOT_FOUND));
    }

    @Test
    void imports_are_listed_latest_first() {
        var first = runs.of(Wxr.of("list.example").item(895_001, "L", "list-l").text());
        var second = runs.of(Wxr.of("list.example").item(895_001, "L", "list-l").text());
        var page = imports.search(PageRequest.first(2), ImportRuns.OWNER);
        assertThat(page.items().stream().map(Import::id)).containsExactly(second.id(), first.id());
    }

    // --- The database ----------------------------------------------------------------

    private static Map<String, Integer> written(Import done) {
        return done.counts().stream().collect(Collectors.toMap(ImportCount::kind, ImportCount::written));
    }

    private static Map<String, Integer> skipped(Import done) {
        return done.counts().stream().collect(Collectors.toMap(ImportCount::kind, ImportCount::skipped));
    }

    private List<Object> everything() {
        return List.of(
                number("select count(*) from post"),
                number("select count(*) from comment"),
                number("select count(*) from users"),
                number("select count(*) from term"),
                number("select count(*) from media"),
                number("select count(*) from slug"),
                number("select sum(published_count) from term"));
    }

    private long chunks(long id) {
        return number("select count(*) from import_chunk where import_id = " + id);
    }

    private void restore(long id, String file) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("insert into import_chunk (import_id, number, bytes,"
                            + " created_at) values (?1, 0, ?2,"
                            + " current_timestamp)")
                    .setParameter(1, id)
                    .setParameter(2, file.getBytes(StandardCharsets.UTF_8))
                    .executeUpdate();
            execute("insert into job (id, kind, subject_id, due_at, attempts)"
                    + " values (nextval('job_id_seq'), 'import', "
                    + id
                    + ", current_timestamp, 1)");
        });
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private long number(String sql) {
        return ((Number) value(sql)).longValue();
    }

    private String text(String sql) {
        return (String) value(sql);
    }

    private Object value(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql).getSingleResult());
    }

    private List<Object> row(String sql) {
        return Arrays.asList((Object[]) value(sql));
    }
}
