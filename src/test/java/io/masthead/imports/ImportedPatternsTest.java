package io.masthead.imports;

import static io.masthead.imports.Wxr.element;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.imports.files.FileOrigin;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Synced patterns of an export, and the ids by which texts show what came with them. */
@OnBothDatabases
@QuarkusTest
class ImportedPatternsTest {

    private static final String PATTERN = element("post_type", "wp_block");

    @Inject
    ImportRuns runs;

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_pattern_keeps_its_id_and_is_shown_where_posts_refer_to_it() {
        var export = Wxr.of("patterns.example")
                .item(6_890_010, "Uses", "uses", content("<!-- wp:block {\"ref\":6890001} /-->"))
                .item(6_890_001, "Hours &amp; more", "hours", PATTERN, content("<b>Nine</b><script>x</script>"))
                .item(6_890_002, "Old", "old", PATTERN, element("status", "trash"))
                .text();
        var done = runs.of(export);

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(written(done)).isEqualTo(1);
        assertThat(done.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("not published"));
        assertThat(html(6_890_010)).isEqualTo("<p><b>Nine</b></p>");
        assertThat(blog.asking().get("/api/v1/patterns/6890001").<String>path("title"))
                .isEqualTo("Hours & more");

        blog.asking().delete("/api/v1/patterns/6890001?permanent=true").then().statusCode(204);
        assertThat(written(runs.of(export))).isZero();
        assertThat(html(6_890_010)).isEmpty();
    }

    @Test
    void texts_follow_what_gets_another_id_here_whenever_it_comes() {
        var taken = blog.draft(Blog.unique("Taken ")).saying("x").write().id();
        var alsoTaken = blog.draft(Blog.unique("Taken ")).saying("x").write().id();
        runs.of(Wxr.of("moved.example")
                .item(
                        6_890_020,
                        "Both",
                        "both",
                        content(
                                "<!-- wp:block {\"ref\":%d} /--><!-- wp:shortcode -->[gallery ids=\"%d\"]<!-- /wp:shortcode -->"
                                        .formatted(taken, alsoTaken)))
                .item((int) taken, "Pattern", "pattern", PATTERN, content("<i>Moved pattern</i>"))
                .text());
        assertThat(html(6_890_020)).contains("Moved pattern").doesNotContain("gallery");

        runs.of(Wxr.of("moved.example").add(Wxr.attachment((int) alsoTaken, 0)).text());

        assertThat(html(6_890_020)).contains("Moved pattern", "https://files.example/%d.jpg".formatted(alsoTaken));

        var options = new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, false, FileOrigin.NONE, false, null, true);
        runs.of(
                Wxr.of("moved.example")
                        .item(
                                6_890_020,
                                "Both",
                                "both",
                                content("Anew <!-- wp:block {\"ref\":%d} /-->".formatted(taken)))
                        .text(),
                options);
        assertThat(html(6_890_020)).contains("Anew", "Moved pattern");
    }

    @Test
    void an_id_that_a_later_file_may_change_is_not_changed_twice() {
        var first = blog.draft(Blog.unique("Taken ")).saying("x").write().id();
        // The next id here is that of the second file's picture there.
        var second = first + 1;
        var gallery = content("[gallery ids=\"%d,%d\" columns=\"2\"]".formatted(first, second));
        runs.of(Wxr.of("chain.example")
                .item(6_890_030, "Chain", "chain", gallery)
                .add(Wxr.attachment((int) first, 0))
                .text());
        runs.of(Wxr.of("chain.example").add(Wxr.attachment((int) second, 0)).text());

        assertThat(html(6_890_030))
                .containsSubsequence(
                        "https://files.example/%d.jpg".formatted(first),
                        "https://files.example/%d.jpg".formatted(second));
    }

    private static String content(String text) {
        return "<content:encoded><![CDATA[%s]]></content:encoded>".formatted(text);
    }

    private static String html(int id) {
        return given().get("/api/v1/posts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("content.html")
                .strip();
    }

    private static int written(Import done) {
        return done.counts().stream()
                .filter(count -> count.kind().equals("patterns"))
                .mapToInt(ImportCount::written)
                .sum();
    }
}
