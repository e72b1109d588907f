package io.masthead.imports;

import static io.masthead.imports.Wxr.comment;
import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.masthead.kernel.Scope;
import io.masthead.testsupport.Tokens;
import io.masthead.user.FirstAdministrator;
import io.masthead.user.ImportedUser;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserImport;
import io.masthead.wp.conformance.Snapshots;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client that reads an object for editing and sends all of it back changes only the time of the last change.
 * This holds for all content of a site, whatever its origin, and for repeated writes.
 */
@QuarkusTest
class WriteBackTest {

    private static final String BEFORE = "before_write_back";
    private static final String EMPTY = "empty_for_write_back";

    private static final List<String> KINDS =
            List.of("posts", "pages", "media", "categories", "tags", "comments", "users");

    /** All variants of a post except the trash, which WordPress lists separately. */
    private static final Map<String, List<String>> FURTHER = Map.of(
            "posts", List.of("status=any", "status=trash"),
            "pages", List.of("status=any", "status=trash"),
            "comments",
                    List.of(
                            "status=approve&type=all", "status=hold&type=all",
                            "status=spam&type=all", "status=trash&type=all"));

    /** The fields for the last change and the version. */
    private static final Set<String> CHANGING = Set.of("modified", "modified_gmt", "updatedAt", "yoast_head_json");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Snapshots database;

    @Inject
    FirstAdministrator administrator;

    @Inject
    ImportRuns runs;

    private final Tokens tokens = new Tokens();

    @Inject
    UserImport users;

    @TestHTTPResource
    URI site;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void begin_with_a_site_that_was_just_made() {
        database.keep(BEFORE);
        database.makeEmpty(EMPTY);
        database.bringBack(EMPTY);
        QuarkusTransaction.requiringNew().run(administrator::add);
        token = tokens.scoped(User.FIRST_ADMINISTRATOR, Scope.values());
    }

    @AfterEach
    void bring_back_what_others_made() {
        database.bringBack(BEFORE);
        database.drop(BEFORE);
        database.drop(EMPTY);
    }

    @Test
    void existing_and_imported_content_stays() throws Exception {
        nativeApi("PATCH", "settings", Map.of("timeZone", "America/New_York"));
        assertThat(runs.of(export()).status()).isEqualTo(ImportStatus.COMPLETED);
        writeNatively();
        writeAsWordPress();
        try (var file = getClass().getClassLoader().getResourceAsStream(SamplePublication.FILE)) {
            runs.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertNothingChanges();
    }

    @Test
    void an_export_of_wordpress_stays_as_it_is() throws Exception {
        assertThat(runs.of(shared("wordpress/oracle-seed.wxr.xml")).status()).isEqualTo(ImportStatus.COMPLETED);

        assertNothingChanges();
    }

    @Test
    void the_odd_things_of_an_export_that_themes_are_tried_with_stay_as_they_are() throws Exception {
        assertThat(runs.of(shared("data/themeunittestdata.wordpress.xml")).status())
                .isEqualTo(ImportStatus.COMPLETED);

        assertNothingChanges();
    }

    private static String shared(String name) throws IOException {
        var file = Path.of(System.getProperty("masthead.shared", "../shared")).resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "There is no " + file);
        return Files.readString(file);
    }

    private void assertNothingChanges() throws Exception {
        var faults = new ArrayList<String>();
        int things = 0;
        for (var kind : KINDS) {
            for (var before : all(kind)) {
                things++;
                var path = kind + "/" + before.path("id");
                sentBack("POST", path, sentBack("PUT", path, before, faults), faults);
            }
            for (var before : all(kind)) {
                writtenBackNatively(kind, before.path("id").asLong(), faults);
            }
        }
        var settings = wordPress("GET", "settings", null);
        sentBack("POST", "settings", sentBack("PUT", "settings", settings, faults), faults);
        writtenBackNatively("settings", null, faults);

        assertThat(things).isGreaterThan(40);
        assertThat(faults).as(faults.size() + " of " + things + " things").isEmpty();
    }

    private JsonNode sentBack(String method, String path, JsonNode thing, List<String> faults) throws Exception {
        var answer = wordPress(method, path, thing);
        compare(method + " " + path, thing, answer, faults);
        return answer;
    }

    /** The writable fields of a patch: see {@link #patch}. */
    private void writtenBackNatively(String kind, Long id, List<String> faults) throws Exception {
        if (kind.equals("media")) {
            return; // nothing of it is written there
        }
        var path = id == null ? kind : kind + "/" + id;
        var before = nativeApi("GET", path, null);
        if (before.has("code")) {
            faults.add("GET " + path + ": " + before);
            return;
        }
        if (before.path("status").asText().equals("trashed")) {
            before = restored(kind, path, before, faults);
        }
        var answer = nativeApi("PATCH", path, patch(kind, before));
        if (kind.equals("comments") && answer instanceof ObjectNode comment) {
            comment.set("post", before.get("post")); // only responses contain its post
        }
        compare("PATCH " + path, before, answer, faults);
        compare("GET " + path, before, nativeApi("GET", path, null), faults);
    }

    /** Trashed content cannot be changed: it is restored before it is written back. */
    private JsonNode restored(String kind, String path, JsonNode trashed, List<String> faults) throws Exception {
        var patch = patch(kind, trashed);
        patch.remove("status");
        var refused = nativeApi("PATCH", path, patch);
        if (!refused.path("code").asText().endsWith("_trashed")) {
            faults.add("PATCH " + path + " in the trash: " + refused);
        }
        compare("GET " + path, trashed, nativeApi("GET", path, null), faults);
        var restored = nativeApi("POST", path + "/restore", null);
        if (restored.has("code")) {
            faults.add("POST " + path + "/restore: " + restored);
        }
        return nativeApi("GET", path, null);
    }

    /** The fields of a response that a patch has too, under their names in the patch. */
    private static Map<String, Object> patch(String kind, JsonNode thing) {
        var patch = new LinkedHashMap<String, Object>();
        switch (kind) {
            case "posts", "pages" -> {
                copy(
                        thing,
                        patch,
                        List.of(
                                "title",
                                "slug",
                                "excerpt",
                                "status",
                                "publishedAt",
                                "commentsOpen",
                                "pingsOpen",
                                "sticky",
                                "format",
                                "template",
                                "customFields",
                                "menuOrder",
                                "parentId"));
                patch.put("password", thing.get("password"));
                patch.put("content", only(thing.get("content"), "source", "format"));
                patch.put("authorId", thing.path("author").get("id"));
                patch.put("featuredMediaId", thing.path("featuredMedia").get("id"));
                if (kind.equals("posts")) {
                    patch.put("categoryIds", thing.path("categories").findValues("id"));
                    patch.put("tagIds", thing.path("tags").findValues("id"));
                }
            }
            case "comments" -> {
                copy(thing, patch, List.of("text", "format", "status"));
                patch.put("author", only(thing.get("author"), "name", "email", "url"));
            }
            case "users" -> {
                copy(thing, patch, List.of("name", "slug", "biography", "website", "avatarUrl"));
                copy(thing.path("account"), patch, List.of("email", "role", "suspended"));
            }
            case "settings" -> {
                thing.properties().forEach(each -> patch.put(each.getKey(), each.getValue()));
                patch.remove("updatedAt");
            }
            default -> copy(thing, patch, List.of("name", "slug", "description", "parentId"));
        }
        return patch;
    }

    private static void copy(JsonNode from, Map<String, Object> to, List<String> names) {
        names.stream().filter(from::has).forEach(name -> to.put(name, from.get(name)));
    }

    private static Map<String, Object> only(JsonNode from, String... names) {
        var some = new LinkedHashMap<String, Object>();
        copy(from, some, List.of(names));
        return some;
    }

    private static void compare(String what, JsonNode before, JsonNode after, List<String> faults) {
        if (!before.isObject() || !after.isObject() || after.has("code")) {
            faults.add(what + ": " + after);
            return;
        }
        // A draft without a date is shown with the date of its last change.
        var floats = before.path("date").equals(before.path("modified"));
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var was = lasting(before.get(name));
            var is = lasting(after.get(name));
            if (!Objects.equals(is, was) && !CHANGING.contains(name) && !(floats && name.startsWith("date"))) {
                faults.add("%s: %s was %s, is %s".formatted(what, name, was, is));
            }
        }
    }

    /** Without the revision that the first save of a post creates, here as in WordPress. */
    private static JsonNode lasting(JsonNode value) {
        return value instanceof ObjectNode object && object.has("version-history")
                ? object.deepCopy().remove(List.of("version-history", "predecessor-version"))
                : value;
    }

    private List<JsonNode> all(String kind) throws Exception {
        var all = new ArrayList<JsonNode>();
        for (var query : FURTHER.getOrDefault(kind, List.of("order=asc"))) {
            for (int page = 1, found = 100; found == 100; page++) {
                var path = "%s?context=edit&per_page=100&page=%d&%s".formatted(kind, page, query);
                var items = wordPress("GET", path, null);
                assertThat(items.isArray()).as(path + " " + items).isTrue();
                items.forEach(all::add);
                found = items.size();
                if (found == 0) {
                    break;
                }
            }
        }
        return all;
    }

    private JsonNode wordPress(String method, String path, Object body) throws Exception {
        return call(method, "wp-json/wp/v2/" + path, body);
    }

    private JsonNode nativeApi(String method, String path, Object body) throws Exception {
        return call(method, "api/v1/" + path, body);
    }

    private JsonNode call(String method, String path, Object body) throws Exception {
        var request = HttpRequest.newBuilder(site.resolve("/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private void made(JsonNode answer) {
        assertThat(answer.path("id").asLong()).as(answer.toString()).isPositive();
    }

    private void writeNatively() throws Exception {
        var tag = nativeApi("POST", "tags", Map.of("name", "Salt & Pepper"));
        var above = nativeApi("POST", "categories", Map.of("name", "Above & beyond"));
        made(tag);
        made(above);
        made(nativeApi(
                "POST",
                "categories",
                Map.of(
                        "name",
                        "Below",
                        "slug",
                        "under_score",
                        "parentId",
                        above.get("id"),
                        "description",
                        "<p>About <em>it</em> &amp; more</p>")));
        for (var status : List.of("draft", "pending", "published", "private")) {
            made(nativeApi(
                    "POST",
                    "posts",
                    Map.of(
                            "title",
                            "A <b> & \"B\" – " + status,
                            "content",
                            Map.of("source", "# A\n\n* one\n* two & <em>three</em>\n"),
                            "status",
                            status,
                            "tagIds",
                            List.of(tag.get("id")),
                            "customFields",
                            Map.of("n", 1, "deep", Map.of("a", List.of(1, 2.5))))));
        }
        made(nativeApi(
                "POST",
                "posts",
                Map.of(
                        "title",
                        "To come",
                        "status",
                        "scheduled",
                        "slug",
                        "later-😀",
                        "publishedAt",
                        "2199-11-03T05:30:00.123456Z")));
        made(nativeApi(
                "POST",
                "posts",
                Map.of(
                        "title",
                        "Behind a password",
                        "content",
                        Map.of("source", "<p>x</p>", "format", "html"),
                        "status",
                        "published",
                        "password",
                        "open & sesame",
                        "publishedAt",
                        "2020-11-01T06:30:00Z")));
        var page = nativeApi("POST", "pages", Map.of("title", "Top", "status", "published"));
        made(page);
        made(nativeApi("POST", "pages", Map.of("title", "Under", "parentId", page.get("id"), "menuOrder", -3)));
        QuarkusTransaction.requiringNew()
                .run(() -> users.create(new ImportedUser(null, "nobody", null, "No & body", Role.AUTHOR)));
    }

    private void writeAsWordPress() throws Exception {
        for (var slug :
                List.of("%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d1%8c", "fun-%f0%9f%98%80", "under_score", "caf%c3%a9")) {
            for (var kind : List.of("posts", "pages", "tags", "categories", "users")) {
                var thing = new LinkedHashMap<String, Object>();
                thing.put("title", "Named " + slug);
                thing.put("content", "<!-- wp:paragraph -->\n<p>It’s</p>\n<!-- /wp:paragraph -->");
                thing.put("name", "Named &amp; " + slug.substring(0, 3) + " in " + kind);
                thing.put("username", "user-" + Integer.toHexString(slug.hashCode()));
                thing.put("email", "u" + Integer.toHexString(slug.hashCode()) + "@example.org");
                thing.put("password", kind.equals("users") ? "a good password" : "");
                thing.put("slug", kind.equals("categories") ? slug + "_2" : slug);
                if (kind.endsWith("ges") || kind.equals("posts")) {
                    thing.put("status", "publish");
                    thing.put("date", "2021-11-07T01:30:00");
                }
                var made = wordPress("POST", kind, thing);
                made(made);
                assertThat(made.path("slug").asText()).isEqualTo(thing.get("slug"));
            }
        }
    }

    private static String export() {
        return Wxr.of("write-back.example")
                .author(801, "ada", "Ada &amp; Co")
                .category(802, "%d0%bd%d0%be", "", "<![CDATA[Новости & mehr]]>")
                .category(803, "news_below", "%d0%bd%d0%be", "<![CDATA[A &amp; B]]>")
                .item(
                        811,
                        "<![CDATA[It <em>happens</em> twice &amp; more]]>",
                        "fun-%f0%9f%98%80-2",
                        element("post_date", "2020-11-01 01:30:00"),
                        "<wp:post_date_gmt>2020-11-01 06:30:00</wp:post_date_gmt>",
                        "<content:encoded><![CDATA[One\n\nTwo & <b>three</b>]]></content:encoded>",
                        "<excerpt:encoded><![CDATA[<b>Short</b> & sweet]]></excerpt:encoded>",
                        element("is_sticky", 1),
                        meta("price", "7"),
                        comment(821, 0, "1", "comment", "Fine <strong>text</strong>"),
                        comment(822, 821, "0", "", "Held"),
                        comment(823, 0, "1", "pingback", "[…] it […]"),
                        comment(824, 0, "spam", "comment", "Buy"),
                        comment(825, 0, "trash", "comment", "Gone"),
                        """
                        <wp:comment><wp:comment_id>826</wp:comment_id>
                        <wp:comment_author><![CDATA[<b>A</b> & "B"]]></wp:comment_author>
                        <wp:comment_author_email>no address</wp:comment_author_email>
                        <wp:comment_author_url>example.org/x</wp:comment_author_url>
                        <wp:comment_date>2020-11-01 01:45:00</wp:comment_date>
                        <wp:comment_content>Mine</wp:comment_content>
                        <wp:comment_approved>1</wp:comment_approved></wp:comment>
                        """)
                .item(
                        812,
                        "Elsewhere",
                        "under_score_2",
                        element("post_date", "2019-03-04 23:10:00"),
                        "<wp:post_date_gmt>2019-03-04 13:10:00</wp:post_date_gmt>",
                        element("post_password", "secret"))
                .item(
                        813,
                        "",
                        "",
                        "<wp:status>draft</wp:status>",
                        "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>")
                .item(814, "Gone", "gone", "<wp:status>trash</wp:status>")
                .item(
                        815,
                        "<![CDATA[Quay & “sea”]]>",
                        "%d0%bd_quay",
                        element("post_type", "attachment"),
                        element("post_parent", 811),
                        "<wp:attachment_url>https://write-back.example/quay.jpg</wp:attachment_url>",
                        "<excerpt:encoded><![CDATA[By <a" + " href=\"https://a.example\">A</a>]]></excerpt:encoded>",
                        meta("_wp_attachment_image_alt", "Quay & <sea>"))
                .text();
    }
}
