package io.masthead.dynamic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Uploads;
import io.masthead.user.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Galleries and lists in texts, which both surfaces and feeds fill in when they show them. */
@QuarkusTest
class DynamicBlocksTest {

    private final Blog blog = Blog.ofAdministrator();
    private final Uploads uploads = new Uploads();

    @Test
    void a_gallery_shows_the_pictures_that_its_author_named_and_what_becomes_of_them() {
        var first = blog.uploaded(Blog.unique("first"));
        var second = blog.uploaded(Blog.unique("second"));
        blog.asking()
                .body(Map.of("caption", "Low \"tide\"", "altText", "A \"quay\""))
                .patch("/api/v1/media/" + first)
                .then()
                .statusCode(200);
        var post = post("[gallery ids=\"%d,999999999,%d\" link=\"file\" columns=\"2\"]".formatted(second, first));

        var html = html(post);
        assertThat(html)
                .startsWith(
                        "<div id='gallery-%1$d-1' class='gallery galleryid-%1$d gallery-columns-2".formatted(post.id()))
                .contains(
                        "alt=\"A &quot;quay&quot;\" aria-describedby=\"gallery-%d-1-%d\"".formatted(post.id(), first),
                        "Low &#8220;tide&#8221;")
                .containsOnlyOnce("<figcaption")
                .doesNotContain("masthead:", "<p>", "[gallery");
        assertThat(html.indexOf("second")).isLessThan(html.indexOf("first"));
        given().get("/wp-json/wp/v2/posts/" + post.id()).then().body("content.rendered", is(html));
        given().get("/?feed=rss2&p=" + post.id()).then().body(not(containsString("masthead:")));

        blog.asking().delete("/api/v1/media/" + second + "?permanent=true&force=true");
        assertThat(html(post)).doesNotContain("second").contains("first");
    }

    @Test
    void a_gallery_without_names_shows_what_was_uploaded_to_the_post() {
        var post = post("[gallery] [gallery exclude=\"%s\" link=\"none\"]");
        var title = Blog.unique("Own ");
        var own = uploads.add(title, "image/png", User.FIRST_ADMINISTRATOR, post.id());
        var sound = uploads.add(Blog.unique("Sound "), "audio/mpeg", User.FIRST_ADMINISTRATOR, post.id());

        assertThat(html(post))
                .contains("gallery-%d-1".formatted(post.id()), "gallery-%d-2".formatted(post.id()))
                .contains("<figcaption class='wp-caption-text gallery-caption' id='gallery-%d-1-%d'>"
                        .formatted(post.id(), own))
                .doesNotContain("mp3");
        var playlist = post("[playlist ids=\"%d,%d\"]".formatted(own, sound));
        assertThat(html(playlist))
                .contains("wp-audio-playlist", ".mp3\"></audio></li>")
                .doesNotContain(".png");
    }

    @Test
    void nobody_sees_pictures_of_a_draft_in_a_gallery() {
        var draft = blog.draft(Blog.unique("Draft ")).saying("x").write();
        var hidden = uploads.add(Blog.unique("Hidden "), "image/png", User.FIRST_ADMINISTRATOR, draft.id());
        var post = post("[gallery ids=\"%d\"]".formatted(hidden));

        assertThat(html(post)).isBlank();
        blog.asking().get(post.path()).then().body("content.html", containsString("gallery-icon"));
    }

    @Test
    void latest_posts_follow_what_is_published() {
        var category = blog.category(Blog.unique("Harbour "));
        var post =
                post("<!-- wp:latest-posts {\"categories\":[{\"id\":%d}],\"postsToShow\":2,\"displayAuthor\":true} /-->"
                        .formatted(category.id()));
        assertThat(html(post)).isBlank();

        blog.published("Older <ferry>").in(category).saying("x").write();
        var newer = blog.published("Newer & better").in(category).saying("x").write();
        blog.draft("Secret").in(category).saying("x").write();

        assertThat(html(post))
                .startsWith("<ul class=\"wp-block-latest-posts__list has-author wp-block-latest-posts is-layout-flow")
                .contains(">Newer &#038; better</a><div class=\"wp-block-latest-posts__post-author\">by ")
                .contains("href=\"" + newer.json().getString("url") + "\"")
                .doesNotContain("Secret");
        blog.asking().delete(newer.path()).then().statusCode(200);
        assertThat(html(post)).contains("Older").doesNotContain("Newer");
    }

    @Test
    void a_list_that_shows_whole_posts_does_not_show_itself_again() {
        var category = blog.category(Blog.unique("Loop "));
        var block = "<!-- wp:latest-posts {\"categories\":[{\"id\":%d}],\"displayPostContent\":true,"
                        .formatted(category.id())
                + "\"displayPostContentRadio\":\"full_post\"} /-->";
        var loop = written("Loop", block, category);

        assertThat(html(loop)).containsOnlyOnce("wp-block-latest-posts__list").contains("post-full-content");
    }

    @Test
    void pages_categories_and_months_are_listed() {
        var above = blog.page(Blog.unique("Above "))
                .with("status", "published")
                .saying("x")
                .write();
        var below = blog.page(Blog.unique("Below "))
                .with("status", "published")
                .with("parentId", above.id())
                .saying("x")
                .write();
        var category = blog.category(Blog.unique("Listed & "));
        blog.published(Blog.unique("Filed "))
                .in(category)
                .saying("x")
                .with("publishedAt", "2011-03-05T12:00:00Z")
                .write();
        var unused = blog.category(Blog.unique("Unused "));
        var post = post("<!-- wp:page-list {\"parentPageID\":%d} /--><!-- wp:categories {\"showPostCounts\":true} /-->"
                        .formatted(above.id())
                + "<!-- wp:archives {\"type\":\"yearly\",\"align\":\"wide\"} /--><!-- wp:archives /-->");

        assertThat(html(post))
                .contains("<ul class=\"wp-block-page-list\"><li class=\"wp-block-pages-list__item\">"
                        + "<a class=\"wp-block-pages-list__item__link\" href=\""
                        + below.json().getString("url"))
                .contains("<li class=\"cat-item cat-item-%d\">".formatted(category.id()), ">Listed &amp; ", "</a> (1)")
                .doesNotContain("cat-item-" + unused.id() + "\"")
                .contains("<ul class=\"wp-block-archives-list alignwide wp-block-archives\">", "/2011/'>2011</a>")
                .contains("/2011/03/'>March 2011</a></li>\n");
    }

    @Test
    void a_list_of_posts_with_blocks_costs_no_statement_for_each_post() {
        var category = blog.category(Blog.unique("Many "));
        var picture = blog.uploaded(Blog.unique("one"));
        for (int i = 0; i < 5; i++) {
            written("P", "<!-- wp:archives /-->[gallery ids=\"%d\"][gallery]".formatted(picture), category);
        }
        var path = "/wp-json/wp/v2/posts?categories=" + category.id();
        given().get(path).then().statusCode(200);
        var one = SentStatements.count(
                () -> given().get(path + "&per_page=1").then().statusCode(200));
        var five = SentStatements.count(
                () -> given().get(path + "&per_page=5").then().statusCode(200));

        assertThat(five).isLessThanOrEqualTo(one);
    }

    @Test
    void a_synced_pattern_shows_its_latest_text_with_its_own_blocks() {
        var inner =
                blog.pattern(Blog.unique("Inner "), "<!-- wp:paragraph --><p>Nine to five</p><!-- /wp:paragraph -->");
        var outer = blog.pattern(
                Blog.unique("Outer "),
                "<b>Hours</b><!-- wp:block {\"ref\":%d} /--><!-- wp:archives /-->".formatted(inner));
        var post = post(
                "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":%d} /-->".formatted(outer));
        assertThat(html(post))
                .contains("<b>Hours</b>", ">Nine to five</p>", "wp-block-archives-list")
                .doesNotContain("masthead:");

        blog.asking()
                .body(Map.of("source", "<p>Ten</p><script>x</script><!-- wp:block {\"ref\":%d} /-->".formatted(outer)))
                .patch("/api/v1/patterns/" + inner)
                .then()
                .statusCode(200)
                .body("html", is("<p>Ten</p>"));
        assertThat(html(post)).contains("Ten").containsOnlyOnce("Hours").doesNotContain("Nine", "script");

        var feed = given().get("/feed/").then().statusCode(200).extract();
        blog.asking()
                .body(Map.of("source", "<p>Eleven</p>"))
                .patch("/api/v1/patterns/" + inner)
                .then()
                .statusCode(200);
        given().header("If-None-Match", feed.header("ETag"))
                .get("/feed/")
                .then()
                .statusCode(200)
                .body(containsString("Eleven"));

        blog.asking()
                .delete("/api/v1/patterns/" + outer + "?permanent=true")
                .then()
                .statusCode(204);
        assertThat(html(post)).isEqualTo("<p class=\"wp-block-paragraph\">a</p>");
        blog.asking().get("/api/v1/patterns/" + outer).then().statusCode(404).body("code", is("pattern_not_found"));
    }

    @Test
    void patterns_that_show_each_other_many_times_do_not_grow_without_end() {
        var first = blog.pattern(Blog.unique("First "), "x");
        var second = blog.pattern(
                Blog.unique("Second "),
                "<!-- wp:block {\"ref\":%d} /-->".formatted(first).repeat(50));
        var third = blog.pattern(
                Blog.unique("Third "),
                "<!-- wp:block {\"ref\":%d} /-->".formatted(second).repeat(50));

        assertThat(html(post("<!-- wp:block {\"ref\":%d} /-->".formatted(third).repeat(50))))
                .hasSizeBetween(1_000, 200_000);
    }

    @Test
    void notes_of_the_footnotes_block_are_shown_and_follow_their_field() {
        var notes =
                "[{\"content\":\"See <em>here</em><script>x</script>\",\"id\":\"aa-1\"},{\"id\":\"b c\",\"content\":\"no\"}]";
        var post = blog.published(Blog.unique("Notes "))
                .with(
                        "content",
                        Map.of(
                                "format",
                                "wordpress",
                                "source",
                                "<p>a<sup data-fn=\"aa-1\"><a href=\"#aa-1\" id=\"aa-1-link\">1</a></sup></p><!-- wp:footnotes /-->"))
                .with("customFields", Map.of("footnotes", notes))
                .write();
        assertThat(html(post))
                .contains("<ol class=\"wp-block-footnotes\"><li id=\"aa-1\">See <em>here</em> <a href=\"#aa-1-link\""
                        + " aria-label=\"Jump to footnote reference 1\">\u21a9\ufe0e</a></li></ol>")
                .doesNotContain("script", "b c");
        given().get(post.path()).then().body("excerpt", is("a"));

        blog.asking()
                .body(Map.of("meta", Map.of("footnotes", notes.replace("See", "Look"))))
                .post("/wp-json/wp/v2/posts/" + post.id())
                .then()
                .statusCode(200)
                .body("content.rendered", containsString(">Look <em>"));
        assertThat(html(post)).contains(">Look <em>");
        blog.asking()
                .body("{\"customFields\": {\"footnotes\": null}}")
                .patch(post.path())
                .then()
                .statusCode(200);
        assertThat(html(post)).doesNotContain("wp-block-footnotes");
    }

    private Blog.Content post(String source) {
        return written(Blog.unique("Blocks "), source, null);
    }

    private Blog.Content written(String title, String source, Blog.Term category) {
        var post = blog.published(title).with("content", Map.of("format", "wordpress", "source", source));
        return (category == null ? post : post.in(category)).write();
    }

    private static String html(Blog.Content post) {
        return given().get(post.path()).then().statusCode(200).extract().<String>path("content.html");
    }
}
