package io.masthead.api.v1.media;

import static io.restassured.RestAssured.given;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.media.ImportedMedia;
import io.masthead.media.MediaImport;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.UserImport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading media, which come as the import brings them. */
@OnBothDatabases
@QuarkusTest
class MediaResourceTest {

    private static final String MEDIA = "/api/v1/media";
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    private final Tokens tokens = new Tokens();

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_media_shows_what_is_known_of_its_file() {
        publish(Role.AUTHOR);
        var title = unique("Ferry");
        var id = add(title, "image/jpeg", Role.AUTHOR, 900_012L, NOON);
        var answer = given().get(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .header(
                        "Cache-Tag",
                        "settings,media-" + id + ",page-900012,post-900012,user-" + tokens.idOf(Role.AUTHOR))
                .body(
                        "title", is(title),
                        "mimeType", is("image/jpeg"),
                        "url", is("https://example.org/" + title),
                        "sourceUrl", is("https://example.org/" + title),
                        "credit", is(""),
                        "focalPoint", nullValue(),
                        "altText", is("Alt of " + title),
                        "caption", is("<em>Caption</em>"),
                        "description", not(containsString("script")),
                        "width", is(1600),
                        "height", is(900),
                        "fileSize", is(204_800),
                        "author.slug", is("author"),
                        "postId", is(900_012),
                        "createdAt", is("2026-05-03T12:00:00Z"))
                .extract();
        assertThat(answer.jsonPath().getMap("$").keySet())
                .isEqualTo(Set.of(
                        "id",
                        "title",
                        "slug",
                        "mimeType",
                        "url",
                        "sourceUrl",
                        "altText",
                        "caption",
                        "description",
                        "credit",
                        "focalPoint",
                        "width",
                        "height",
                        "fileSize",
                        "blurHash",
                        "dominantColor",
                        "srcset",
                        "webpSrcset",
                        "renditionState",
                        "renditions",
                        "author",
                        "postId",
                        "customFields",
                        "createdAt",
                        "updatedAt"));
        assertThat(answer.jsonPath().getMap("author").keySet()).isEqualTo(Set.of("id", "name", "slug", "url", "path"));
        given().header("If-None-Match", answer.header("ETag"))
                .get(MEDIA + "/" + id)
                .then()
                .statusCode(304);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void an_author_without_a_public_profile_is_not_shown_by_the_file() {
        var title = unique("Quiet");
        var newcomer = tokens.newcomer();
        var id = add(title, "image/png", newcomer.login(), null, NOON);
        given().get(MEDIA + "/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Tag", "users,settings,media-" + id)
                .body("$", hasKey("author"))
                .body("author", nullValue());
        given().queryParams("author", newcomer.slug(), "search", title, "count", true)
                .get(MEDIA)
                .then()
                .body("items", is(List.of()), "page.total", is(0));
        tokens.as(Role.ADMINISTRATOR)
                .queryParams("author", newcomer.slug(), "search", title)
                .get(MEDIA)
                .then()
                .body("items.id", is(List.of(id)), "items[0].author.slug", is(newcomer.slug()));
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void what_was_uploaded_to_a_hidden_post_is_hidden_with_it() {
        for (var noun : List.of("posts", "pages")) {
            var draft = tokens.as(Role.EDITOR)
                    .body(Map.of("title", "Not yet"))
                    .post("/api/v1/" + noun)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<Integer>path("id");
            var title = unique("Embargo");
            var id = add(title, "image/png", Role.EDITOR, (long) draft, NOON);
            given().get(MEDIA + "/" + id).then().statusCode(404);
            given().queryParams("post", draft, "count", true)
                    .get(MEDIA)
                    .then()
                    .body("items", is(List.of()), "page.total", is(0));
            tokens.as(Role.SUBSCRIBER).get(MEDIA + "/" + id).then().statusCode(404);
            tokens.as(Role.AUTHOR).get(MEDIA + "/" + id).then().statusCode(404);
            tokens.as(Role.EDITOR).get(MEDIA + "/" + id).then().statusCode(200);
            tokens.as(Role.ADMINISTRATOR)
                    .queryParam("post", draft)
                    .get(MEDIA)
                    .then()
                    .body("items.id", is(List.of(id)));
            tokens.as(Role.EDITOR)
                    .body(Map.of("status", "published"))
                    .patch("/api/v1/" + noun + "/" + draft)
                    .then()
                    .statusCode(200);
            found(Map.of("search", title), id);
        }
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_picture_of_a_hidden_post_is_as_good_as_none_to_who_may_not_see_it() {
        var draft = tokens.as(Role.EDITOR)
                .body(Map.of("title", "Not yet"))
                .post("/api/v1/posts")
                .then()
                .extract()
                .<Integer>path("id");
        var id = add(unique("Embargo"), "image/png", Role.EDITOR, (long) draft, NOON);
        var title = unique("Pictured ");

        tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("title", title, "featuredMediaId", id))
                .post("/api/v1/posts")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/featuredMediaId"))
                .body("errors[0].code", is("unknown"));
        tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("title", title, "featured_media", id))
                .post("/wp-json/wp/v2/posts")
                .then()
                .statusCode(201)
                .body("featured_media", is(0));

        var own = tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("title", title))
                .post("/api/v1/posts")
                .then()
                .extract()
                .<Integer>path("id");
        tokens.as(Role.EDITOR)
                .body(Map.of("featuredMediaId", id))
                .patch("/api/v1/posts/" + own)
                .then()
                .statusCode(200);
        // What is there already may be sent back by who does not see it.
        tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("featuredMediaId", id))
                .patch("/api/v1/posts/" + own)
                .then()
                .statusCode(200);
        for (var path : List.of("/api/v1/posts/" + own, "/api/v1/posts?status=draft&search=" + title)) {
            var field = path.contains("?") ? "items[0].featuredMedia" : "featuredMedia";
            tokens.as(Role.CONTRIBUTOR)
                    .queryParam("include", "featuredMedia")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(field + ".keySet()", is(Set.of("id")));
            tokens.as(Role.EDITOR)
                    .queryParam("include", "featuredMedia")
                    .get(path)
                    .then()
                    .body(field, hasKey("sourceUrl"));
        }
        tokens.as(Role.CONTRIBUTOR)
                .get("/wp-json/wp/v2/posts/" + own + "?_embed=wp:featuredmedia")
                .then()
                .body("_embedded.'wp:featuredmedia'[0].code", is("rest_post_invalid_id"));
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void writers_see_what_was_uploaded_to_their_own_drafts() {
        var draft = tokens.as(Role.CONTRIBUTOR)
                .body(Map.of("title", "Mine"))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        var id = add(unique("Own"), "image/png", Role.EDITOR, (long) draft, NOON);
        tokens.as(Role.CONTRIBUTOR).get(MEDIA + "/" + id).then().statusCode(200);
        tokens.as(Role.AUTHOR).get(MEDIA + "/" + id).then().statusCode(404);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void filters_compose() {
        publish(Role.AUTHOR);
        var word = unique("Filter");
        var png = add(word + " a", "image/png", Role.AUTHOR, 900_077L, NOON);
        var jpeg = add(word + " b", "image/jpeg", Role.AUTHOR, null, NOON);
        var sound = add(word + " c", "audio/mpeg", Role.SUBSCRIBER, 900_077L, NOON);
        found(Map.of("search", word.toLowerCase(ROOT)), png, jpeg, sound);
        found(Map.of("search", word, "type", "image"), png, jpeg);
        found(Map.of("search", word, "type", "IMAGE/PNG"), png);
        found(Map.of("search", word, "type", "imag"));
        found(Map.of("search", word, "post", 900_077), png, sound);
        found(Map.of("search", word, "post", 900_077, "author", "author,nobody"), png);
        found(Map.of("search", "\"alt of " + word + " b\""), jpeg);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void cursors_lead_through_the_list_and_back() {
        var word = unique("Paged");
        var oldest = add(word + " b", "image/png", Role.EDITOR, null, NOON);
        var middle = add(word + " a", "image/png", Role.EDITOR, null, NOON.plusSeconds(1));
        var newest = add(word + " c", "image/png", Role.EDITOR, null, NOON.plusSeconds(2));
        var first = given().queryParams("search", word, "limit", 2)
                .get(MEDIA)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(newest, middle)))
                .extract();
        var second = given().queryParams("search", word, "limit", 2)
                .queryParam("cursor", first.<String>path("page.next"))
                .get(MEDIA)
                .then()
                .body("items.id", is(List.of(oldest)), "page.next", nullValue())
                .extract();
        given().queryParams("search", word, "limit", 2)
                .queryParam("cursor", second.<String>path("page.prev"))
                .get(MEDIA)
                .then()
                .body("items.id", is(List.of(newest, middle)));
        given().queryParams("search", word, "limit", 2, "page", 2, "count", true)
                .get(MEDIA)
                .then()
                .body("items.id", is(List.of(oldest)), "page.total", is(3));
        given().queryParams("search", word, "sort", "title", "fields", "id")
                .get(MEDIA)
                .then()
                .body("items", is(List.of(Map.of("id", middle), Map.of("id", oldest), Map.of("id", newest))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=image%2F",
                "type=a%20b",
                "type=image%25",
                "post=1abc",
                "post=0",
                "post=-1",
                "post=9223372036854775808",
                "post=1&post=2",
                "author[]=a",
                "author=a,,b",
                "search=%00",
                "sort=updated",
                "status=inherit",
                "limit=101",
                "fields=author.login"
            })
    void a_bad_parameter_is_named(String query) {
        given().urlEncodingEnabled(false)
                .get(MEDIA + "?" + query.replace("[]", "%5B%5D"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808"})
    void what_is_no_id_is_refused(String id) {
        given().get(MEDIA + "/" + id).then().statusCode(400).body("errors[0].parameter", is("id"));
    }

    @Test
    void a_post_is_no_media() {
        given().get(MEDIA + "/" + publish(Role.AUTHOR)).then().statusCode(404).body("code", is("media_not_found"));
        given().get(MEDIA + "/999999999").then().statusCode(404);
    }

    private void found(Map<String, ?> filters, Integer... ids) {
        given().queryParams(filters)
                .queryParam("sort", "id")
                .get(MEDIA)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(ids)));
    }

    private int add(String title, String type, Role author, Long postId, Instant when) {
        tokens.idOf(author);
        return add(title, type, author.name(), postId, when);
    }

    private int add(String title, String type, String login, Long postId, Instant when) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(MediaImport.class)
                        .create(new ImportedMedia(
                                null,
                                title,
                                null,
                                type,
                                "https://example.org/" + title.replace(' ', '-'),
                                "Alt of " + title,
                                "<em>Caption</em>",
                                "<p>x</p><script>y()</script>",
                                1600,
                                900,
                                204_800L,
                                InProcess.bean(UserImport.class)
                                        .findByLogin(login)
                                        .orElseThrow(),
                                postId,
                                "urn:uuid:" + UUID.randomUUID(),
                                when,
                                when))
                        .id())
                .intValue();
    }

    /** Gives the author a public profile. */
    private int publish(Role author) {
        return tokens.as(author)
                .body(Map.of("title", "Seen", "status", "published"))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String unique(String word) {
        return word + UUID.randomUUID().toString().substring(0, 8);
    }
}
