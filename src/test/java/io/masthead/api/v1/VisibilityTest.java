package io.masthead.api.v1;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may know of which post: what one may not is in no list, count or search, and is answered as
 * if it were not there.
 */
@OnBothDatabases
@QuarkusTest
class VisibilityTest {

    private static final String POSTS = "/api/v1/posts";
    private static final String MISSING = "999999999999";
    private static final List<String> STATUSES =
            List.of("draft", "pending", "scheduled", "published", "private", "trashed");

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private Blog.Term tag;
    private String word;

    /** Somebody who asks; a guest has no role. */
    enum Caller {
        GUEST(null),
        SUBSCRIBER(Role.SUBSCRIBER),
        CONTRIBUTOR(Role.CONTRIBUTOR),
        AUTHOR(Role.AUTHOR),
        EDITOR(Role.EDITOR),
        ADMINISTRATOR(Role.ADMINISTRATOR);

        private final Role role;

        Caller(Role role) {
            this.role = role;
        }

        private boolean sees(String status, boolean own) {
            return status.equals("published")
                    || this == EDITOR
                    || this == ADMINISTRATOR
                    || (own && Set.of(CONTRIBUTOR, AUTHOR).contains(this));
        }
    }

    private record Sample(String status, boolean own, Blog.Content post) {}

    @BeforeEach
    void tag() {
        word = unique("word");
        tag = blog.tag(unique("Seen"));
    }

    @Test
    void custom_fields_that_begin_with_an_underscore_are_for_those_who_may_change_the_post() {
        var post = Blog.of(tokens.of(Role.AUTHOR))
                .published(word)
                .with("customFields", Map.of("_price", word, "colour", "red"))
                .write();
        var found = POSTS + "?search=" + word + "&field[_price]=" + word;

        for (var caller : List.of(Caller.GUEST, Caller.SUBSCRIBER, Caller.CONTRIBUTOR)) {
            asking(caller).get(post.path()).then().body("customFields", is(Map.of("colour", "red")));
            asking(caller)
                    .get(POSTS + "?search=" + word)
                    .then()
                    .body("items[0].customFields", is(Map.of("colour", "red")));
            asking(caller).get(found).then().statusCode(200).body("items", is(List.of()));
            asking(caller)
                    .get(POSTS + "?field[_price]=" + word + "&count=true")
                    .then()
                    .body("page.total", is(0));
        }
        for (var caller : List.of(Caller.AUTHOR, Caller.EDITOR)) {
            asking(caller).get(post.path()).then().body("customFields._price", is(word));
            asking(caller).get(found).then().body("items.id", is(List.of((int) post.id())));
        }
        asking(Caller.GUEST)
                .get(POSTS + "?field[colour]=red&search=" + word)
                .then()
                .body("items.id", is(List.of((int) post.id())));
    }

    @ParameterizedTest
    @EnumSource
    void everybody_sees_their_share_in_lists_counts_and_searches(Caller caller) {
        var samples = samples(caller);
        var all = "&count=true&status=" + String.join(",", STATUSES);
        var expected = samples.stream()
                .filter(one -> caller.sees(one.status(), one.own()))
                .map(one -> one.post().id())
                .toList();
        for (var query : List.of(
                "?tag=" + tag.slug() + all,
                "?sort=id&tag=" + tag.slug() + all,
                "?search=" + word + all,
                "?field[w]=" + word + all,
                "?page=1&search=" + word + all)) {
            var answer =
                    asking(caller).get(POSTS + query).then().statusCode(200).extract();
            assertThat(answer.jsonPath().getList("items.id", Long.class))
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(answer.<Integer>path("page.total")).as(query).isEqualTo(expected.size());
        }
        for (var status : STATUSES) {
            var seen = samples.stream()
                    .filter(one -> one.status().equals(status))
                    .filter(one -> caller.sees(status, one.own()))
                    .map(one -> one.post().id())
                    .toList();
            var answer = asking(caller)
                    .get(POSTS + "?count=true&tag=" + tag.slug() + "&status=" + status)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(answer.jsonPath().getList("items.id", Long.class))
                    .as(status)
                    .containsExactlyInAnyOrderElementsOf(seen);
            assertThat(answer.<Integer>path("page.total")).as(status).isEqualTo(seen.size());
        }
        asking(caller)
                .get(POSTS + "?tag=" + tag.slug())
                .then()
                .body("items.status", is(List.of("published", "published")));
    }

    @ParameterizedTest
    @EnumSource
    void what_must_not_be_known_is_answered_like_what_is_missing(Caller caller) {
        for (var sample : samples(caller)) {
            var post = sample.post();
            var what = sample.toString();
            var sees = caller.sees(sample.status(), sample.own());
            var byId = asking(caller).get(post.path());
            assertThat(byId.statusCode()).as(what).isEqualTo(sees ? 200 : 404);
            // What lies in the trash has left its address to others.
            var bySlug = asking(caller).get(POSTS + "/by-slug/" + post.slug());
            var found = sees && !sample.status().equals("trashed");
            assertThat(bySlug.statusCode()).as(what).isEqualTo(found ? 200 : 404);
            if (!sees) {
                assertThat(byId.asByteArray())
                        .as(what)
                        .isEqualTo(asking(caller).get(POSTS + "/" + MISSING).asByteArray());
                assertThat(headers(byId))
                        .containsExactlyInAnyOrderElementsOf(
                                headers(asking(caller).get(POSTS + "/" + MISSING)));
                assertThat(bySlug.asByteArray())
                        .as(what)
                        .isEqualTo(asking(caller)
                                .get(POSTS + "/by-slug/" + MISSING)
                                .asByteArray());
            }
        }
    }

    /** Whether a response was in memory depends on earlier requests alone. */
    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .map(Object::toString)
                .filter(header -> !header.startsWith("X-Cache="))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GUEST")
    void what_must_not_be_known_cannot_be_found_out_by_writing(Caller caller) {
        for (var sample : samples(caller)) {
            if (caller.sees(sample.status(), sample.own())) {
                continue;
            }
            var path = sample.post().path();
            var missing = POSTS + "/" + MISSING;
            assertThat(asking(caller).body("{\"title\": \"x\"}").patch(path).asString())
                    .isEqualTo(asking(caller)
                            .body("{\"title\": \"x\"}")
                            .patch(missing)
                            .asString());
            assertThat(asking(caller)
                            .header("If-Match", "\"77-aa\"")
                            .delete(path)
                            .asString())
                    .isEqualTo(asking(caller)
                            .header("If-Match", "\"77-aa\"")
                            .delete(missing)
                            .asString());
            assertThat(asking(caller).post(path + "/restore").asString())
                    .isEqualTo(asking(caller).post(missing + "/restore").asString());
            assertThat(bulk(caller, Long.toString(sample.post().id()))).isEqualTo(bulk(caller, MISSING));
            blog.asking().get(path).then().statusCode(200).body("status", is(sample.status()), "title", not("x"));
        }
    }

    @Test
    void counts_of_terms_and_the_posts_around_another_are_those_of_published_posts() {
        samples(Caller.AUTHOR);
        for (var caller : Caller.values()) {
            asking(caller).get("/api/v1/tags/" + tag.id()).then().body("postCount", is(2));
        }
        // A stretch of time that no other test uses.
        var first = blog.published("First")
                .with("publishedAt", "1981-01-01T00:00:00Z")
                .write();
        for (var status : List.of("draft", "pending", "private")) {
            blog.draft("Hidden")
                    .with("status", status)
                    .with("publishedAt", "1981-01-02T00:00:00Z")
                    .write();
        }
        var last = blog.published("Last")
                .with("publishedAt", "1981-01-03T00:00:00Z")
                .write();
        for (var caller : Caller.values()) {
            asking(caller).get(first.path() + "?include=next").then().body("next.id", is((int) last.id()));
            asking(caller).get(last.path() + "?include=previous").then().body("previous.id", is((int) first.id()));
        }
    }

    @Test
    void the_former_slug_of_a_post_that_went_back_to_draft_leads_nowhere() {
        var post = blog.published(unique("Was out")).write();
        blog.asking()
                .body("{\"slug\": \"%s\"}".formatted(unique("now-")))
                .patch(post.path())
                .then()
                .statusCode(200);
        blog.asking().body("{\"status\": \"draft\"}").patch(post.path()).then().statusCode(200);
        var answer = given().redirects().follow(false).get(POSTS + "/by-slug/" + post.slug());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Location")).isNull();
    }

    /** One post of each status by the caller, and one by somebody else. */
    private List<Sample> samples(Caller caller) {
        var samples = new ArrayList<Sample>();
        for (var status : STATUSES) {
            if (caller.role != null) {
                samples.add(sample(status, true, tokens.idOf(caller.role)));
            }
            var other = caller == Caller.ADMINISTRATOR ? Role.EDITOR : Role.ADMINISTRATOR;
            samples.add(sample(status, false, tokens.idOf(other)));
            if (caller.role == null) {
                samples.add(sample(status, false, tokens.idOf(Role.AUTHOR)));
            }
        }
        return samples;
    }

    private Sample sample(String status, boolean own, long authorId) {
        var post = blog.draft(word + " " + status)
                .with("status", status.equals("trashed") ? "published" : status)
                .with("slug", unique("s"))
                .with("authorId", authorId)
                .with("customFields", Map.of("w", word))
                .tagged(tag);
        if (status.equals("scheduled")) {
            post.with("publishedAt", "2999-01-01T00:00:00Z");
        }
        var written = post.write();
        if (status.equals("trashed")) {
            blog.asking().delete(written.path()).then().statusCode(200);
        }
        return new Sample(status, own, written);
    }

    private RequestSpecification asking(Caller caller) {
        return caller.role == null ? given() : Blog.of(tokens.of(caller.role)).asking();
    }

    private String bulk(Caller caller, String id) {
        return asking(caller)
                .body("{\"ids\": [%s], \"status\": \"draft\"}".formatted(id))
                .post(POSTS + "/bulk-status")
                .asString();
    }
}
