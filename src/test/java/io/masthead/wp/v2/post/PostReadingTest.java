package io.masthead.wp.v2.post;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers and writers get of posts at {@code /wp-json/wp/v2/posts}. */
@OnBothDatabases
@QuarkusTest
class PostReadingTest {

    private static final String POSTS = "/wp-json/wp/v2/posts";

    private final Blog blog = Blog.ofAdministrator();

    private final Tokens tokens = new Tokens();

    @Test
    void a_guest_reads_a_post_and_nothing_that_only_editors_see() {
        var category = blog.category(Blog.unique("Land "));
        var post = blog.published("Tom & Jerry").saying("Chase.").in(category).write();

        given().get(POSTS + "/" + post.id())
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"alternate\"; type=text/html"))
                .header("Allow", "GET")
                .body("id", is((int) post.id()))
                .body("type", is("post"))
                .body("status", is("publish"))
                .body("slug", is(post.slug()))
                .body("title", not(hasKey("raw")))
                .body("content.rendered", containsString("<p>Chase.</p>"))
                .body("content.protected", is(false))
                .body("content", not(hasKey("raw")))
                .body("excerpt.rendered", is("<p>Chase.</p>\n"))
                .body("categories", contains((int) category.id()))
                .body("featured_media", is(0))
                .body("format", is("standard"))
                .body("sticky", is(false))
                .body("meta.footnotes", is(""))
                .body("$", not(hasKey("password")))
                .body("$", not(hasKey("generated_slug")))
                .body("$", not(hasKey("parent")))
                .body("_links.self[0].targetHints.allow", contains("GET"))
                .body("_links.'wp:term'.taxonomy", contains("category", "post_tag"))
                .body("_links", not(hasKey("wp:action-publish")));
    }

    @Test
    void footnotes_are_shown_with_the_text_and_not_in_excerpts() {
        var post =
                blog.published("Noted").saying("Chase[^1].\n\n[^1]: By train.").write();

        given().get(POSTS + "/" + post.id())
                .then()
                .statusCode(200)
                .body("content.rendered", containsString("role=\"doc-noteref\">1</a></sup>"))
                .body("content.rendered", containsString("By train."))
                .body("excerpt.rendered", is("<p>Chase.</p>\n"));
    }

    @Test
    void an_editor_reads_what_was_written_and_what_may_be_done() {
        var post = blog.published("Written").saying("Body.").write();

        as(Role.EDITOR)
                .get(POSTS + "/" + post.id() + "?context=edit")
                .then()
                .statusCode(200)
                .body("title.raw", is("Written"))
                .body("content.raw", is("Body."))
                .body("content.block_version", is(0))
                .body("password", is(""))
                .body("generated_slug", is(post.slug()))
                .body("permalink_template", containsString("%postname%"))
                .body("_links", hasKey("wp:action-publish"))
                .body("_links", hasKey("wp:action-sticky"))
                .body("_links", not(hasKey("wp:action-unfiltered-html")));
    }

    @Test
    void a_draft_is_refused_to_guests_and_to_those_who_may_not_see_it() {
        var draft = blog.draft("Not yet").write();

        given().get(POSTS + "/" + draft.id())
                .then()
                .statusCode(401)
                .body("code", is("rest_forbidden"))
                .body("data.status", is(401));
        as(Role.AUTHOR).get(POSTS + "/" + draft.id()).then().statusCode(403).body("code", is("rest_forbidden"));
        as(Role.EDITOR).get(POSTS + "/" + draft.id()).then().statusCode(200);
        as(Role.AUTHOR)
                .get(POSTS + "/" + draft.id() + "?context=edit")
                .then()
                .statusCode(403)
                .body("code", is("rest_forbidden_context"));
    }

    @Test
    void what_is_no_post_is_not_found() {
        var page = blog.page("A page").with("status", "published").write();

        for (var id : new Object[] {page.id(), 999_999_999, "99999999999999999999999"}) {
            given().get(POSTS + "/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", is("rest_post_invalid_id"))
                    .body("message", is("Invalid post ID."));
        }
        given().get(POSTS + "/x").then().statusCode(404).body("code", is("rest_no_route"));
    }

    @Test
    void a_password_opens_a_post_and_a_wrong_one_is_refused_even_to_editors() {
        var post = blog.published("Kept")
                .saying("Inside.")
                .with("password", "sesame")
                .with("excerpt", "A secret summary")
                .write();
        var path = POSTS + "/" + post.id();

        given().get(path)
                .then()
                .statusCode(200)
                .body("title.rendered", is("Kept"))
                .body("content.rendered", is(""))
                .body("content.protected", is(true))
                .body("excerpt.rendered", is(""))
                .body("class_list.findAll { it == 'post-password-required' }.size()", is(1));
        given().get(path + "?password=sesame")
                .then()
                .statusCode(200)
                .body("content.rendered", containsString("Inside."))
                .body("content.protected", is(true));
        as(Role.EDITOR)
                .get(path + "?context=edit")
                .then()
                .body("content.rendered", containsString("Inside."))
                .body("password", is("sesame"));
        as(Role.EDITOR)
                .get(path + "?password=wrong")
                .then()
                .statusCode(403)
                .body("code", is("rest_post_incorrect_password"));
    }

    @Test
    void whatever_way_a_password_is_guessed_it_counts() {
        var locked = blog.published(Blog.unique("Locked ")).saying("Inside.").write();
        blog.asking().body(Map.of("password", "sesame")).patch(locked.path());
        var path = "/wp-json/wp/v2/posts/" + locked.id() + "?password=";

        for (var method : List.of("GET", "OPTIONS", "DELETE")) {
            var guesser = Reader.guest();
            int last = 0;
            for (int i = 0; i < 60 && last != 429; i++) {
                var answer = guesser.asking().request(method, path + "guess" + i);
                // Of the other methods Allow would tell, if it went on.
                last = guesser.asking().get(path + "sesame").statusCode() == 429 ? 429 : answer.statusCode();
            }
            assertThat(last).as(method).isEqualTo(429);
            assertThat(String.valueOf(guesser.asking().options(path + "sesame").header("Allow")))
                    .as(method)
                    .doesNotContain("GET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void a_wrong_password_counts_once(String method) {
        var guesser = Reader.guest();
        String path = null;
        // Of 20 guesses, so that none of them may count twice.
        for (int i = 0; i < 11; i++) {
            path = POSTS + "/"
                    + blog.published(Blog.unique("Locked "))
                            .with("password", "sesame")
                            .write()
                            .id();
            as(Role.EDITOR)
                    .header("X-Forwarded-For", guesser.address())
                    .request(method, path + "?password=wrong")
                    .then()
                    .statusCode(method.equals("GET") ? 403 : 200);
        }
        as(Role.EDITOR)
                .header("X-Forwarded-For", guesser.address())
                .get(path + "?password=sesame")
                .then()
                .statusCode(200);
    }

    @Test
    void a_password_opens_nothing_that_is_only_embedded() {
        var locked =
                blog.published(Blog.unique("Locked ")).saying("Hidden words.").write();
        blog.asking().body(Map.of("password", "sesame")).patch(locked.path());

        var answer = given().get("/wp-json/wp/v2/search?_embed&password=sesame&include=" + locked.id())
                .asString();
        assertThat(answer).doesNotContain("Hidden words");
    }

    @Test
    void a_word_count_is_for_reading_and_no_write_heeds_it() {
        blog.asking()
                .body(Map.of("title", Blog.unique("x "), "content", "y", "excerpt_length", -1))
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(201);
    }

    @Test
    void a_list_shows_what_was_asked_for_and_says_how_many_there_are() {
        var word = Blog.unique("zebra");
        var first = blog.published(word + " one").write();
        var second = blog.published(word + " two").write();
        blog.draft(word + " three").write();

        given().get(POSTS + "?search=" + word + "&per_page=1&_fields=id,slug")
                .then()
                .statusCode(200)
                .header("X-WP-Total", "2")
                .header("X-WP-TotalPages", "2")
                .header("Link", containsString("page=2>; rel=\"next\""))
                .body("id", contains((int) second.id()))
                .body("[0].title", nullValue());
        given().get(POSTS + "?search=" + word + "&per_page=1&page=2").then().body("id", contains((int) first.id()));
        given().get(POSTS + "?search=" + word + "&page=9")
                .then()
                .statusCode(400)
                .body("code", is("rest_post_invalid_page_number"));
        given().get(POSTS + "?search=" + word + "x&page=9")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void words_must_all_be_there_and_those_with_a_hyphen_not() {
        var word = Blog.unique("gnu");
        var both = blog.published(word + " green")
                .saying("and the \"blue moon\" too")
                .write();
        var one = blog.published(word + " grey").write();

        ids("search=" + word + "+blue").body("id", contains((int) both.id()));
        ids("search=" + word + "+-blue").body("id", contains((int) one.id()));
        ids("search=" + word + "+%22blue+moon%22").body("id", contains((int) both.id()));
        ids("search=" + word + "+%22moon+blue%22").body("id", empty());
        ids("search=" + word + "+blue&search_columns=post_title").body("id", empty());
        ids("search=" + word + "&search_semantics=exact").body("id", empty());
    }

    @Test
    void what_a_password_protects_is_not_found_by_guests() {
        var word = Blog.unique("safe");
        blog.published("Closed " + word).saying(word).with("password", "x").write();

        ids("search=" + word).body("id", empty());
        as(Role.EDITOR).get(POSTS + "?search=" + word).then().header("X-WP-Total", "1");
        // The title is everybody's who has signed in; the text is not.
        as(Role.SUBSCRIBER)
                .get(POSTS + "?search=" + word + "&search_columns=post_content")
                .then()
                .header("X-WP-Total", "0");
        as(Role.SUBSCRIBER)
                .get(POSTS + "?search=" + word + "&search_columns=post_title")
                .then()
                .statusCode(200)
                .header("X-WP-Total", "1");
    }

    @Test
    void all_of_many_terms_are_asked_for_at_once() {
        var above = blog.category(Blog.unique("Above "));
        var below = blog.categoryBelow(above, Blog.unique("Below "));
        var one = blog.tag(Blog.unique("one "));
        var two = blog.tag(Blog.unique("two "));
        var both =
                blog.published(Blog.unique("Both ")).in(below).tagged(one, two).write();
        blog.published(Blog.unique("Other ")).in(above).tagged(one).write();

        ids("tags[terms]=%d,%d,%d&tags[operator]=AND".formatted(one.id(), two.id(), two.id()))
                .body("id", contains((int) both.id()));
        ids("tags[terms]=%d,987654321&tags[operator]=AND".formatted(one.id())).body("$", empty());
        ids("categories[terms]=%d,%d&categories[operator]=AND&categories[include_children]=1"
                        .formatted(above.id(), below.id()))
                .body("id", contains((int) both.id()));
        ids("categories[terms]=%d,%d&categories[operator]=AND".formatted(above.id(), below.id()))
                .body("$", empty());
        var many = IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).collect(joining(","));
        ids("tags[terms]=" + many + "&tags[operator]=AND").body("$", empty());
        given().urlEncodingEnabled(false)
                .get(("/wp-json/wp/v2/posts?categories[terms]="
                                + many
                                + "&categories[operator]=AND&categories[include_children]=1")
                        .replace("[", "%5B")
                        .replace("]", "%5D"))
                .then()
                .statusCode(400)
                .body("data.details.categories.code", is("rest_too_many_items"));
    }

    @Test
    void terms_are_combined_as_asked() {
        var above = blog.category(Blog.unique("above"));
        var below = blog.categoryBelow(above, Blog.unique("below"));
        var tag = blog.tag(Blog.unique("tag"));
        var inBoth = blog.published("1").in(above, below).write();
        var inBelow = blog.published("2").in(below).tagged(tag).write();

        ids("categories=" + above.id()).body("id", contains((int) inBoth.id()));
        ids("categories[terms]=" + above.id() + "&categories[include_children]=1")
                .body("id", contains((int) inBelow.id(), (int) inBoth.id()));
        ids("categories[terms]=%d,%d&categories[operator]=AND".formatted(above.id(), below.id()))
                .body("id", contains((int) inBoth.id()));
        ids("categories=%d&categories_exclude=%d".formatted(below.id(), above.id()))
                .body("id", contains((int) inBelow.id()));
        ids("categories=%d&tags=%d&tax_relation=OR".formatted(above.id(), tag.id()))
                .body("id", contains((int) inBelow.id(), (int) inBoth.id()));
        ids("categories=%d&tags=%d".formatted(above.id(), tag.id())).body("id", empty());
        // An id of a tag is no category.
        ids("categories=" + tag.id()).body("id", empty());
    }

    @Test
    void a_list_keeps_the_order_in_which_ids_were_named() {
        var first = blog.published("a").write();
        var second = blog.published("b").write();
        var third = blog.published("c").write();

        ids("orderby=include&include=%d,%d,%d".formatted(second.id(), third.id(), first.id()))
                .body("id", contains((int) second.id(), (int) third.id(), (int) first.id()));
        given().get(POSTS + "?orderby=include")
                .then()
                .statusCode(400)
                .body("code", is("rest_orderby_include_missing_include"));
        given().get(POSTS + "?orderby=relevance")
                .then()
                .statusCode(400)
                .body("code", is("rest_no_search_term_defined"));
    }

    @Test
    void statuses_are_for_those_who_write() {
        given().get(POSTS + "?status=draft")
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params.status", is("Status is forbidden."))
                .body("data.details.status.data.status", is(401));
        as(Role.CONTRIBUTOR).get(POSTS + "?status=draft").then().statusCode(200);
        as(Role.CONTRIBUTOR)
                .get(POSTS + "?status=nonsense")
                .then()
                .statusCode(400)
                .body("data.details.status.code", is("rest_not_in_enum"));
    }

    @Test
    void totals_count_only_what_the_caller_may_see() {
        var word = Blog.unique("ibex");
        blog.draft(word).write();
        var own = Blog.of(tokens.of(Role.CONTRIBUTOR)).draft(word).write();

        as(Role.CONTRIBUTOR)
                .get(POSTS + "?status=any&search=" + word)
                .then()
                .header("X-WP-Total", "1")
                .body("id", contains((int) own.id()));
        as(Role.EDITOR).get(POSTS + "?status=any&search=" + word).then().header("X-WP-Total", "2");
    }

    @Test
    void the_context_of_editing_lists_only_what_the_caller_may_change() {
        var word = Blog.unique("okapi");
        blog.published(word).write();
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(word).write();

        as(Role.AUTHOR)
                .get(POSTS + "?context=edit&search=" + word)
                .then()
                .header("X-WP-Total", "1")
                .body("id", contains((int) own.id()));
        given().get(POSTS + "?context=edit").then().statusCode(401).body("code", is("rest_forbidden_context"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "pages"})
    void an_order_by_slugs_that_were_not_sent_is_by_date(String kind) {
        var word = Blog.unique("yak");
        var older = written(kind, word, "2021-01-01T00:00:00Z");
        var newer = written(kind, word, "2022-01-01T00:00:00Z");
        var list = "/wp-json/wp/v2/" + kind + "?search=" + word + "&orderby=include_slugs";

        given().get(list).then().statusCode(200).body("id", contains((int) newer.id(), (int) older.id()));
        given().get(list + "&slug=" + older.slug() + "," + newer.slug())
                .then()
                .body("id", contains((int) older.id(), (int) newer.id()));
    }

    private Blog.Content written(String kind, String title, String date) {
        return (kind.equals("pages") ? blog.page(title) : blog.draft(title))
                .with("status", "published")
                .with("publishedAt", date)
                .write();
    }

    @Test
    void what_lies_in_the_trash_is_found_by_the_slug_that_it_shows() {
        var post = blog.published(Blog.unique("Binned ")).write();
        blog.asking().delete(post.path()).then().statusCode(200);
        var marked = post.slug() + "__trashed";

        as(Role.EDITOR)
                .get(POSTS + "?status=trash&slug=" + marked)
                .then()
                .body("id", contains((int) post.id()), "slug", contains(marked));
        as(Role.EDITOR)
                .get(POSTS + "?status=trash,publish&orderby=include_slugs&slug=" + marked)
                .then()
                .body("id", contains((int) post.id()));
        for (var query : List.of("status=trash&slug=" + post.slug(), "status=any&slug=" + marked)) {
            as(Role.EDITOR).get(POSTS + "?" + query).then().body("$", hasSize(0));
        }
        given().get(POSTS + "?slug=" + marked).then().body("$", hasSize(0));
    }

    @Test
    void the_tenth_post_of_one_title_is_proposed_a_slug_too() {
        var title = Blog.unique("Again");
        for (int i = 0; i < 11; i++) {
            blog.published(title).write();
        }
        var draft = blog.draft(title).write();

        as(Role.EDITOR)
                .get(POSTS + "/" + draft.id() + "?context=edit")
                .then()
                .body("generated_slug", is(title.toLowerCase(Locale.ROOT) + "-12"));
    }

    private ValidatableResponse ids(String query) {
        return given().urlEncodingEnabled(false)
                .get(POSTS + "?_fields=id&" + query.replace("[", "%5B").replace("]", "%5D"))
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(Role role) {
        return given().auth().preemptive().oauth2(tokens.of(role));
    }
}
