package io.masthead.api.v1.post;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class PostResourceTest {

    private static final String POSTS = "/api/v1/posts";
    private static final String PROBLEM = "application/problem+json";

    private final Blog blog = Blog.ofAdministrator();

    // --- Create ---------------------------------------------------------------------------------

    @Test
    void a_new_post_is_a_draft_with_defaults_and_is_found_at_its_location() {
        var title = unique("Ferry");
        var answer = create("{\"title\": \"%s\"}".formatted(title))
                .statusCode(201)
                .body(
                        "status", is("draft"),
                        "title", is(title),
                        "slug", is(title.toLowerCase(Locale.ROOT)),
                        "publishedAt", nullValue(),
                        "categories.id", contains(1),
                        "tags", empty(),
                        "author.id", is(1),
                        "sticky", is(false),
                        "protected", is(false),
                        "commentsOpen", is(true),
                        "format", is("standard"),
                        "template", is(""),
                        "commentCount", is(0),
                        "featuredMedia", nullValue(),
                        "formerSlugs", empty(),
                        "customFields.size()", is(0),
                        "guid", startsWith("urn:uuid:"))
                .body("$", not(hasKey("password")))
                .extract();
        var location = answer.header("Location");
        assertThat(location).isEqualTo(POSTS + "/" + answer.path("id"));
        assertThat(answer.header("ETag")).matches("\"\\d+-[0-9a-f]{20}\"");
        var again = blog.asking().get(location).then().statusCode(200).extract();
        assertThat(again.asString()).isEqualTo(answer.asString());
        assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void a_guest_cannot_write() {
        given().contentType("application/json")
                .body("{\"title\": \"x\"}")
                .post(POSTS)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthenticated"));
    }

    @Test
    void every_field_that_is_written_is_read_again() {
        var category = blog.category(unique("News"));
        var tag = blog.tag(unique("Sea"));
        var slug = unique("chosen-");
        var written = blog.published("All of it")
                .saying("Some *text*.")
                .with("slug", slug)
                .with("excerpt", "In <b>short</b> & plain.")
                .with("publishedAt", "2020-02-29T23:59:59.123456+02:00")
                .with("sticky", true)
                .with("commentsOpen", false)
                .with("pingsOpen", false)
                .with("format", "aside")
                .with("template", "wide")
                .with("customFields", Map.of("a", List.of(1, "b"), "c", Map.of("d", true)))
                .in(category)
                .tagged(tag)
                .write();
        read(written.id())
                .body(
                        "slug", is(slug),
                        "content.html", is("<p>Some <em>text</em>.</p>\n"),
                        "content.source", is("Some *text*."),
                        "content.format", is("markdown"),
                        "excerpt", is("In short & plain."),
                        "excerptDerived", is(false),
                        "publishedAt", is("2020-02-29T21:59:59.123456Z"),
                        "sticky", is(true),
                        "commentsOpen", is(false),
                        "pingsOpen", is(false),
                        "format", is("aside"),
                        "template", is("wide"),
                        "customFields.a", contains(1, "b"),
                        "customFields.c.d", is(true),
                        "categories.slug", contains(category.slug()),
                        "tags.slug", contains(tag.slug()));
    }

    @Test
    void an_excerpt_is_derived_from_the_text_until_one_is_written_and_again_without_it() {
        var post = blog.draft("Excerpts").saying("The **ferry** is back.").write();
        assertThat(post.json().getString("excerpt")).isEqualTo("The ferry is back.");
        assertThat(post.json().getBoolean("excerptDerived")).isTrue();

        patch(post.id(), "{\"excerpt\": \"Mine.\"}").body("excerpt", is("Mine."));
        patch(post.id(), "{\"content\": {\"source\": \"Other.\"}}").body("excerpt", is("Mine."));
        patch(post.id(), "{\"excerpt\": null}").body("excerpt", is("Other."), "excerptDerived", is(true));
    }

    @Test
    void a_text_is_rendered_by_its_format_and_its_source_is_kept_but_for_what_runs() {
        var written = "One\n\nTwo <script>alert(1)</script><b onclick=\"x()\">*bold*</b>";
        var source = "One\n\nTwo <b>*bold*</b>";
        var post = blog.draft("Formats").saying(written).write();
        for (var format : List.of("markdown", "html", "wordpress")) {
            var content = patch(post.id(), "{\"content\": {\"format\": \"" + format + "\"}}")
                    .body(
                            "content.source", is(source),
                            "content.format", is(format),
                            "content.html", containsString("<b>"),
                            "content.html", not(containsString("script")),
                            "content.html", not(containsString("onclick")))
                    .extract()
                    .<String>path("content.html");
            assertThat(content.contains("<em>bold</em>")).isEqualTo(format.equals("markdown"));
            assertThat(content.contains("<p>One</p>")).isEqualTo(!format.equals("html"));
        }
        given().get(POSTS + "/" + blog.published("Out").saying("*x*").write().id())
                .then()
                .body("content.html", is("<p><em>x</em></p>\n"), "content", not(hasKey("source")));
    }

    @Test
    void words_are_counted_when_a_text_is_written_and_hidden_with_it() {
        var post = blog.published(unique("Long "))
                .saying("## Word\n\n" + "more ".repeat(400))
                .write();
        given().get(post.path()).then().body("wordCount", is(401), "readingTime", is(3));
        patch(post.id(), "{\"content\": {\"source\": \"Three *short* words\"}}")
                .body("wordCount", is(3), "readingTime", is(1));
        given().get(POSTS + "?ids=" + post.id()).then().body("items.wordCount", contains(3));
        patch(post.id(), "{\"password\": \"sesame\"}").body("wordCount", is(3));
        given().get(post.path()).then().body("wordCount", nullValue(), "readingTime", nullValue());
        given().header("X-Post-Password", "sesame").get(post.path()).then().body("wordCount", is(3));
    }

    @Test
    void markup_in_a_title_is_text() {
        var post = blog.draft("<script>alert(1)</script> & <b>bold</b>").write();
        read(post.id())
                .body(
                        "title", is("<script>alert(1)</script> & <b>bold</b>"),
                        "titleHtml", not(containsString("<")),
                        "titleHtml", containsString("&amp;"));
    }

    // --- Slugs ----------------------------------------------------------------------------------

    @Test
    void a_slug_is_made_from_the_title_and_numbered_where_it_is_taken() {
        var title = unique("Über See ");
        var first = blog.draft(title).write();
        var slug = patch(first.id(), "{\"status\": \"published\"}").extract().<String>path("slug");
        assertThat(slug).matches("[a-z0-9-]+").startsWith("uber-see-").isEqualTo(first.slug());
        assertThat(blog.published(title).write().slug()).isEqualTo(slug + "-2");
        assertThat(blog.published(title).write().slug()).isEqualTo(slug + "-3");
    }

    @Test
    void a_chosen_slug_that_is_taken_is_refused_and_a_free_one_is_not() {
        var taken = blog.published(unique("Taken")).write().slug();
        create("{\"title\": \"x\", \"slug\": \"%s\"}".formatted(taken))
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", contains("/slug"), "errors.code", contains("taken"));
        var post = blog.draft("y").write();
        tryPatch(post.id(), "{\"slug\": \"%s\"}".formatted(taken)).statusCode(422);
        patch(post.id(), "{\"slug\": \"%s-b\"}".formatted(taken)).body("slug", is(taken + "-b"));
    }

    @Test
    void a_trashed_post_frees_its_slug_and_gets_another_one_when_it_comes_back() {
        var title = unique("Harbour");
        var first = blog.published(title).write();
        trash(first.id());
        bySlug(first.slug()).statusCode(404);
        var second = blog.published(title).write();
        assertThat(second.slug()).isEqualTo(first.slug());
        restore(first.id()).statusCode(200).body("slug", is(first.slug() + "-2"));
        bySlug(first.slug()).statusCode(200).body("id", equalTo((int) second.id()));
        bySlug(first.slug() + "-2").statusCode(200).body("id", equalTo((int) first.id()));
    }

    @Test
    void a_renamed_post_is_found_at_its_former_slugs() {
        var post = blog.published(unique("Old")).write();
        var renamed = unique("new-");
        patch(post.id(), "{\"slug\": \"%s\"}".formatted(renamed)).body("formerSlugs", contains(post.slug()));
        given().redirects()
                .follow(false)
                .get(POSTS + "/by-slug/" + post.slug() + "?fields=id")
                .then()
                .statusCode(301)
                .header("Location", POSTS + "/by-slug/" + renamed + "?fields=id");
        bySlug(renamed).statusCode(200).body("id", equalTo((int) post.id()));
    }

    @Test
    void a_live_slug_wins_over_a_former_one_which_is_forgotten() {
        var post = blog.published(unique("Contested")).write();
        patch(post.id(), "{\"slug\": \"%s\"}".formatted(unique("away-")));
        var heir = blog.published("Heir").with("slug", post.slug()).write();
        bySlug(post.slug()).statusCode(200).body("id", equalTo((int) heir.id()));
        read(post.id()).body("formerSlugs", empty());
    }

    @Test
    void the_slug_of_a_draft_leaves_no_trace_when_it_changes() {
        var first = unique("draft-");
        var post = blog.draft("Draft").with("slug", first).write();
        patch(post.id(), "{\"slug\": \"%s\"}".formatted(unique("other-"))).body("formerSlugs", empty());
        blog.draft("Another").with("slug", first).write();
        patch(post.id(), "{\"slug\": null}").body("slug", startsWith("draft"));
    }

    @Test
    void the_slug_of_a_draft_follows_its_title_until_one_is_chosen_or_it_comes_out() {
        var one = unique("one");
        var two = unique("two");
        var three = unique("three");
        var post = blog.draft(one).write();
        assertThat(post.slug()).isEqualTo(one);
        patch(post.id(), "{\"title\": \"%s\"}".formatted(two)).body("slug", is(two), "formerSlugs", empty());
        patch(post.id(), "{\"title\": \"%s\", \"slug\": \"%s\"}".formatted(three, two))
                .body("slug", is(two));
        patch(post.id(), "{\"slug\": \"%s\"}".formatted(one)).body("slug", is(one));
        patch(post.id(), "{\"title\": \"%s\"}".formatted(two)).body("slug", is(one));
        patch(post.id(), "{\"slug\": null}").body("slug", is(two));
        patch(post.id(), "{\"status\": \"published\"}").body("slug", is(two));
        patch(post.id(), "{\"title\": \"%s\"}".formatted(three)).body("slug", is(two));
        patch(post.id(), "{\"status\": \"draft\", \"title\": \"%s\"}".formatted(two))
                .body("slug", is(two));
        patch(post.id(), "{\"title\": \"%s\"}".formatted(three)).body("slug", is(two));
        bySlug(two).statusCode(404);
        create("{\"content\": {\"source\": \"Untitled\"}}").statusCode(201).body("slug", nullValue());
    }

    @Test
    void a_title_without_letters_still_gets_a_slug() {
        var post = blog.published("!!!").write();
        assertThat(post.slug()).isEqualTo(Long.toString(post.id()));
    }

    // --- Status ---------------------------------------------------------------------------------

    @Test
    void a_scheduled_post_needs_a_time_in_the_future_and_a_published_one_must_not_have_one() {
        var soon = "2999-01-01T00:00:00Z";
        create("{\"title\": \"x\", \"status\": \"scheduled\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/publishedAt"));
        create("{\"title\": \"x\", \"status\": \"scheduled\", \"publishedAt\":" + " \"2020-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", contains("not_in_future"));
        create("{\"title\": \"x\", \"status\": \"published\", \"publishedAt\": \"%s\"}".formatted(soon))
                .statusCode(422)
                .body("errors.code", contains("in_future"));
        var post = blog.draft(unique("Soon")).with("publishedAt", soon).write();
        patch(post.id(), "{\"status\": \"scheduled\"}").body("status", is("scheduled"), "slug", notNullValue());
        given().get(POSTS + "/" + post.id()).then().statusCode(404);
    }

    @Test
    void publishing_twice_keeps_the_first_date() {
        var post = blog.published(unique("Twice")).write();
        var first = post.json().getString("publishedAt");
        patch(post.id(), "{\"status\": \"published\"}").body("publishedAt", is(first));
        patch(post.id(), "{\"status\": \"draft\"}").body("publishedAt", is(first));
        patch(post.id(), "{\"status\": \"published\"}").body("publishedAt", is(first), "slug", is(post.slug()));
    }

    @Test
    void what_is_published_needs_a_title_or_a_text() {
        create("{\"status\": \"published\"}").statusCode(422).body("errors.pointer", contains("/title"));
        create("{\"status\": \"published\", \"content\": {\"source\": \"Text.\"}}")
                .statusCode(201);
    }

    @Test
    void a_sticky_post_has_no_password() {
        create("{\"title\": \"x\", \"sticky\": true, \"password\": \"y\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/sticky"));
    }

    // --- Update ---------------------------------------------------------------------------------

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        var post = blog.published(unique("Patch"))
                .saying("Text.")
                .with("excerpt", "Excerpt.")
                .with("template", "wide")
                .tagged(blog.tag(unique("Tag")))
                .write();
        var before = post.json().<Map<String, Object>>get("$");
        var after =
                patch(post.id(), "{\"title\": \"Other\"}").extract().jsonPath().getMap("$");
        assertThat(after)
                .containsEntry("title", "Other")
                .usingRecursiveComparison()
                .ignoringFields("title", "titleHtml", "updatedAt")
                .isEqualTo(before);
        assertThat(after.get("updatedAt")).isNotEqualTo(before.get("updatedAt"));
    }

    @Test
    void custom_fields_are_merged_and_null_removes() {
        var post = blog.draft("Fields")
                .with("customFields", Map.of("a", 1, "b", Map.of("c", 2, "d", 3)))
                .write();
        patch(post.id(), "{\"customFields\": {\"b\": {\"c\": null, \"e\": 4}, \"f\": [null]}}")
                .body("customFields", is(Map.of("a", 1, "b", Map.of("d", 3, "e", 4), "f", listOfNull())));
        patch(post.id(), "{\"customFields\": {\"a\": null}}")
                .body("customFields", not(hasKey("a")), "customFields", hasKey("b"));
        patch(post.id(), "{\"customFields\": null}").body("customFields.size()", is(0));
    }

    @Test
    void numbers_in_custom_fields_keep_every_digit() {
        var post = blog.draft("Digits").write();
        var text = patch(post.id(), "{\"customFields\": {\"n\": 12345678901234567890.123456789}}")
                .extract()
                .asString();
        assertThat(text).contains("12345678901234567890.123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void a_patch_is_taken_in_both_its_media_types(String type) {
        var post = blog.draft("Types").write();
        blog.asking()
                .contentType(type)
                .body("{\"title\": \"Other\"}")
                .patch(POSTS + "/" + post.id())
                .then()
                .statusCode(200)
                .body("title", is("Other"));
    }

    @Test
    void a_patch_of_what_lies_in_the_trash_is_refused() {
        var post = blog.draft("Trash").write();
        trash(post.id());
        tryPatch(post.id(), "{\"title\": \"Other\"}")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("code", is("post_trashed"));
        read(post.id()).body("title", is("Trash"));
    }

    // --- Conditional requests -------------------------------------------------------------------

    @Test
    void a_change_of_an_old_version_is_refused_and_loses_nothing() {
        var post = blog.draft("First").write();
        patch(post.id(), "{\"title\": \"Second\"}");
        for (var tag : List.of(post.etag(), "W/" + post.etag(), "\"x\"", "\"999-00\"")) {
            ifMatch(post.id(), tag).statusCode(412).body("code", is("version_mismatch"));
        }
        blog.asking().header("If-Match", post.etag()).delete(post.path()).then().statusCode(412);
        read(post.id()).body("title", is("Second"), "status", is("draft"));
    }

    @Test
    void a_change_of_the_present_version_or_of_any_is_made() {
        var post = blog.draft("First").write();
        var etag =
                blog.asking().get(post.path() + "?fields=id").then().extract().header("ETag");
        var next = ifMatch(post.id(), etag).statusCode(200).extract().header("ETag");
        var other = ifMatch(post.id(), "*").statusCode(200).extract().header("ETag");
        assertThat(other).isNotEqualTo(next);
        var proxied = ifMatch(post.id(), "\"17-aa\", " + other).statusCode(200);
        var marked = proxied.extract().header("ETag").replaceFirst("\"$", "-gzip\"");
        var weak = "W/" + ifMatch(post.id(), marked).statusCode(200).extract().header("ETag");
        ifMatch(post.id(), weak).statusCode(200);
        ifMatch(post.id(), weak).statusCode(412);
        ifMatch(post.id(), "no tag").statusCode(400).body("errors.parameter", contains("If-Match"));
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() {
        var post = blog.published(unique("Cached")).write();
        var etag = given().get(post.path()).then().statusCode(200).extract().header("ETag");
        for (var condition : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            var answer = given().header("If-None-Match", condition)
                    .get(post.path())
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .extract();
            assertThat(answer.asString()).isEmpty();
        }
        var editors = blog.asking().get(post.path()).then().statusCode(200).extract();
        assertThat(editors.header("ETag")).isNotEqualTo(etag);
        given().header("If-None-Match", etag)
                .get(post.path() + "?fields=id")
                .then()
                .statusCode(200);
        patch(post.id(), "{\"title\": \"Changed\"}");
        given().header("If-None-Match", etag).get(post.path()).then().statusCode(200);
    }

    @Test
    void only_a_guests_reads_are_for_shared_caches() {
        var post = blog.published(unique("Caches")).write();
        for (var path : List.of(post.path(), POSTS, POSTS + "/by-slug/" + post.slug())) {
            given().get(path)
                    .then()
                    .header("Cache-Control", containsString("s-maxage="))
                    .header("Cache-Control", containsString("stale-while-revalidate="))
                    .header("Vary", containsString("Authorization"));
            blog.asking().get(path).then().header("Cache-Control", "private, no-store");
            given().header("X-Post-Password", "x").get(path).then().header("Cache-Control", "private, no-store");
        }
        given().get(post.path()).then().header("Surrogate-Key", containsString("post-" + post.id()));
        given().get(POSTS + "/999999999999").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void a_head_says_what_a_get_would_without_saying_it() {
        var post = blog.published(unique("Head")).write();
        var get = given().get(post.path()).then().extract();
        var head = given().head(post.path()).then().statusCode(200).extract();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.asString()).isEmpty();
    }

    // --- Trash ----------------------------------------------------------------------------------

    @Test
    void deleting_moves_to_the_trash_and_restoring_gives_everything_back() {
        var post = blog.published(unique("Bin")).write();
        trash(post.id()).body("status", is("trashed"), "id", equalTo((int) post.id()));
        trash(post.id()).body("status", is("trashed"));
        given().get(post.path()).then().statusCode(404);
        restore(post.id())
                .statusCode(200)
                .body(
                        "status", is("published"),
                        "slug", is(post.slug()),
                        "publishedAt", is(post.json().getString("publishedAt")));
        restore(post.id()).statusCode(409).body("code", is("post_not_trashed"));
        given().get(post.path()).then().statusCode(200);
    }

    @Test
    void deleting_for_good_leaves_nothing() {
        var post = blog.published(unique("Gone")).write();
        var answer = blog.asking()
                .delete(post.path() + "?permanent=true")
                .then()
                .statusCode(204)
                .extract();
        assertThat(answer.asString()).isEmpty();
        blog.asking().get(post.path()).then().statusCode(404);
        bySlug(post.slug()).statusCode(404);
        blog.asking().delete(post.path() + "?permanent=true").then().statusCode(404);
        restore(post.id()).statusCode(404);
    }

    // --- Many at once ---------------------------------------------------------------------------

    @Test
    void many_posts_get_one_status_at_once() {
        var one = blog.draft(unique("One")).write();
        var two = blog.draft(unique("Two")).write();
        bulk("published", two.id(), one.id())
                .statusCode(200)
                .body(
                        "items.id", contains((int) one.id(), (int) two.id()),
                        "items.status", contains("published", "published"));
        bulk("trashed", one.id(), two.id()).body("items.status", contains("trashed", "trashed"));
        bulk("draft", one.id(), two.id()).body("items.status", contains("draft", "draft"));
    }

    @Test
    void one_post_that_stands_against_it_keeps_all_from_changing_and_is_named() {
        var good = blog.draft(unique("Good")).write();
        var empty = blog.draft("").write();
        bulk("published", good.id(), 999_999_999_999L, empty.id())
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", containsInAnyOrder("/ids/1", "/ids/2"));
        read(good.id()).body("status", is("draft"));
    }

    // --- Idempotency-Key ------------------------------------------------------------------------

    @Test
    void a_repeated_request_with_a_key_creates_once() {
        var key = unique("key-");
        var body = "{\"title\": \"Once\"}";
        var first = withKey(key, body).statusCode(201).extract();
        var second = withKey(key, body).statusCode(201).extract();
        assertThat(second.<Integer>path("id")).isEqualTo(first.<Integer>path("id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        var other = withKey(unique("key-"), body).statusCode(201).extract();
        assertThat(other.<Integer>path("id")).isNotEqualTo(first.<Integer>path("id"));
    }

    @Test
    void a_key_stands_for_one_body_and_a_refusal_does_not_use_it_up() {
        var key = unique("key-");
        withKey(key, "{\"status\": \"published\"}").statusCode(422);
        withKey(key, "{\"title\": \"Now\"}").statusCode(201);
        withKey(key, "{\"title\": \"Then\"}").statusCode(422).body("code", is("idempotency_key_reused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a blank", "ümlaut"})
    void a_malformed_key_is_refused(String key) {
        withKey(key, "{\"title\": \"x\"}").statusCode(400).body("code", is("idempotency_key_invalid"));
    }

    @Test
    void a_key_that_is_too_long_is_refused() {
        withKey("k".repeat(256), "{\"title\": \"x\"}").statusCode(400);
        withKey(unique("k") + "k".repeat(200), "{\"title\": \"x\"}").statusCode(201);
    }

    // --- Protected by a password ----------------------------------------------------------------

    @Test
    void a_password_hides_the_text_and_unlocks_it() {
        var secret = unique("secret");
        var post = protectedPost(secret);
        given().get(post.path())
                .then()
                .statusCode(200)
                .body(
                        "protected", is(true),
                        "content.html", is(""),
                        "excerpt", is(""),
                        "customFields.size()", is(0))
                .body("$", not(hasKey("password")))
                .body(not(containsString(secret)));
        unlock(post.path(), "open sesame")
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(
                        "content.html", containsString(secret),
                        "excerpt", containsString(secret),
                        "customFields.clue", is(secret))
                .body("$", not(hasKey("password")))
                .body("content", not(hasKey("source")));
        unlock(POSTS + "/by-slug/" + post.slug(), "open sesame").body("content.html", containsString(secret));
        var wrong = unlock(post.path(), "open barley").statusCode(403).contentType(PROBLEM);
        wrong.body("code", is("post_password_wrong")).body(not(containsString(secret)));
    }

    @Test
    void nothing_of_a_protected_text_leaks_into_lists_searches_or_filters() {
        var secret = unique("secret");
        var tag = blog.tag(unique("Lock"));
        var post = protectedPost(secret, tag);
        var list = POSTS + "?tag=" + tag.slug();
        given().get(list + "&include=content")
                .then()
                .statusCode(200)
                .body(
                        "items.id", contains((int) post.id()),
                        "items.excerpt", contains(""),
                        "items.content.html", contains(""))
                .body(not(containsString(secret)));
        given().header("X-Post-Password", "open sesame")
                .get(list + "&include=content")
                .then()
                .body(not(containsString(secret)));
        given().get(list + "&count=true&search=" + secret).then().body("items", empty(), "page.total", is(0));
        given().get(list + "&count=true&field[clue]=" + secret).then().body("items", empty(), "page.total", is(0));
        given().get(list + "&search=Vault").then().body("items.id", contains((int) post.id()));
        blog.asking().get(list + "&search=" + secret).then().body("items.id", contains((int) post.id()));
    }

    @Test
    void only_who_may_edit_a_post_sees_its_password() {
        var post = protectedPost(unique("secret"));
        read(post.id()).body("password", is("open sesame"), "content.source", notNullValue());
        patch(post.id(), "{\"password\": null}").body("protected", is(false)).body("$", not(hasKey("password")));
        given().get(post.path()).then().body("content.html", not(is("")));
    }

    // --- Neighbours and parts -------------------------------------------------------------------

    @Test
    void previous_and_next_are_the_published_posts_around_it() {
        // A stretch of time that no other test uses.
        var first = blog.published("First")
                .with("publishedAt", "1971-01-01T00:00:00Z")
                .write();
        blog.draft("Between").with("publishedAt", "1971-01-01T12:00:00Z").write();
        var second = blog.published("Second")
                .with("publishedAt", "1971-01-02T00:00:00Z")
                .write();
        var third = blog.published("Third")
                .with("publishedAt", "1971-01-03T00:00:00Z")
                .write();
        given().get(second.path() + "?include=previous,next")
                .then()
                .body(
                        "previous.id", equalTo((int) first.id()),
                        "next.id", equalTo((int) third.id()),
                        "next.slug", is(third.slug()));
        given().get(second.path() + "?include=next").then().body("$", not(hasKey("previous")), "$", hasKey("next"));
        given().get(second.path()).then().body("$", not(hasKey("previous")), "$", not(hasKey("next")));
    }

    @Test
    void fields_narrow_an_answer() {
        var post = blog.published(unique("Narrow")).write();
        var narrow = given().get(post.path() + "?fields=id,author.name,categories.slug")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(narrow.<Map<String, Object>>get("$"))
                .isEqualTo(Map.of(
                        "id", (int) post.id(),
                        "author", Map.of("name", "Administrator"),
                        "categories", List.of(Map.of("slug", "uncategorized"))));
    }

    // --- Words of these tests -------------------------------------------------------------------

    private Blog.Content protectedPost(String secret, Blog.Term... tags) {
        return blog.published(unique("Vault"))
                .saying("Behind the door: " + secret)
                .with("password", "open sesame")
                .with("customFields", Map.of("clue", secret))
                .tagged(tags)
                .write();
    }

    private static List<Object> listOfNull() {
        return Arrays.asList((Object) null);
    }

    private ValidatableResponse create(String body) {
        return blog.asking().body(body).post(POSTS).then();
    }

    private ValidatableResponse withKey(String key, String body) {
        return blog.asking()
                .header("Idempotency-Key", key)
                .body(body)
                .post(POSTS)
                .then();
    }

    private ValidatableResponse read(long id) {
        return blog.asking().get(POSTS + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse tryPatch(long id, String body) {
        return blog.asking().body(body).patch(POSTS + "/" + id).then();
    }

    private ValidatableResponse patch(long id, String body) {
        return tryPatch(id, body).statusCode(200);
    }

    private ValidatableResponse ifMatch(long id, String condition) {
        return blog.asking()
                .header("If-Match", condition)
                .body("{\"title\": \"%s\"}".formatted(unique("t")))
                .patch(POSTS + "/" + id)
                .then();
    }

    private ValidatableResponse trash(long id) {
        return blog.asking().delete(POSTS + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse restore(long id) {
        return blog.asking().post(POSTS + "/" + id + "/restore").then();
    }

    private ValidatableResponse bulk(String status, Long... ids) {
        return blog.asking()
                .body(Map.of("ids", List.of(ids), "status", status))
                .post(POSTS + "/bulk-status")
                .then();
    }

    private static ValidatableResponse bySlug(String slug) {
        return given().get(POSTS + "/by-slug/" + slug).then();
    }

    private static ValidatableResponse unlock(String path, String password) {
        return given().header("X-Post-Password", password).get(path).then();
    }
}
