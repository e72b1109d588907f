package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.RawHttp;
import io.masthead.testsupport.Uploads;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever spelling of a request has filled the memory, another one is answered as it would be without memory. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class EquivalentRequestsTest {

    private static final String WP = "/wp-json/wp/v2/";
    private static final String NATIVE = "/api/v1/";

    /** As sent. Most routes ignore them; some declare one. */
    private static final List<String> IGNORED = List.of(
            "_=1699999999",
            "utm_source=mail",
            "fbclid=a%20b",
            "cb[]=1",
            "offset=1",
            "parent=1",
            "post=1",
            "type=page",
            "who=authors",
            "status=draft",
            "_locale=user",
            "rest_route=/wp/v2/tags");

    private static final int SPELLINGS = 4;
    private static final long SEED = 20_260_501;

    @Inject
    ResponseCache cache;

    @Inject
    @All
    List<DeclaredReads> surfaces;

    private final Blog blog = Blog.ofAdministrator();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(SEED);

    private Blog.Content post;
    private Blog.Content page;
    private Blog.Term category;
    private Blog.Term tag;

    private record Answer(int status, String body, Map<String, List<String>> headers, String memory) {

        /** Without what says where it comes from. */
        Answer content() {
            return new Answer(status, body, headers, null);
        }
    }

    @BeforeEach
    void write() {
        if (post != null) {
            return; // no test changes anything
        }
        category = blog.category(Blog.unique("Équivalent "));
        tag = blog.tag(Blog.unique("equivalent"));
        post = post();
        post();
        post();
        page = blog.page(Blog.unique("Page ")).with("status", "published").write();
        comment(Map.of("text", "One."));
        comment(Map.of("text", "Two."));
        new Uploads().picture();
    }

    private Blog.Content post() {
        return blog.published(Blog.unique("Equal té ")).in(category).tagged(tag).write();
    }

    private void comment(Map<String, Object> fields) {
        blog.asking().body(fields).post(post.path() + "/comments").then().statusCode(201);
    }

    private List<String> paths() {
        var id = post.id();
        return List.of(
                NATIVE + "posts?category=" + category.slug() + "&include=content",
                NATIVE + "posts?tag=" + tag.slug() + "&limit=2&sort=title",
                NATIVE + "posts?search=equal t%C3%A9&count=true",
                NATIVE + "posts?author=-nobody&updatedFrom=2020-01-01T00:00:00Z&limit=1",
                NATIVE + "posts/" + id,
                NATIVE + "posts/" + id + "/comments",
                NATIVE + "posts/" + id + "/comments?view=tree&depth=2",
                NATIVE + "posts/by-slug/" + post.slug() + "?fields=id,title",
                NATIVE + "posts/by-slug/comments",
                NATIVE + "pages?limit=1",
                NATIVE + "categories?slug=" + category.slug(),
                NATIVE + "tags?search=equivalent&limit=1",
                NATIVE + "media?limit=1",
                NATIVE + "users",
                NATIVE + "archives",
                WP + "posts?categories=" + category.id() + "&_fields=id,title,_links",
                WP + "posts?per_page=1",
                WP + "posts?slug=" + post.slug() + "&_embed",
                WP + "posts?include[]=" + id + "&include[]=" + (id + 1),
                WP + "posts?search=equal t%C3%A9",
                WP + "posts?categories=" + category.id() + "&_envelope",
                WP + "posts?per_page=1&order=asc&_envelope[]=1",
                WP + "posts?categories=" + category.id() + "&_jsonp=read&_fields[]=id",
                WP + "posts/" + id,
                WP + "posts/" + id + "?context=embed",
                WP + "pages/" + page.id() + "?_embed=author",
                WP + "comments?post=" + id,
                WP + "categories?slug=" + category.slug(),
                WP + "tags?post=" + id,
                WP + "media?per_page=1",
                WP + "users?per_page=100",
                WP + "search?search=equal&per_page=1",
                WP + "types/post",
                WP + "taxonomies",
                "/wp-json/",
                "/?rest_route=/wp/v2/posts/" + id);
    }

    @Test
    void any_order_encoding_default_and_ignored_parameter_gets_what_it_gets_without_memory() {
        int hits = 0;
        for (var path : paths()) {
            var usual = made(path);
            for (int i = 0; i < SPELLINGS; i++) {
                hits += "hit".equals(check(path, usual, spelling(path)).memory()) ? 1 : 0;
            }
        }

        assertThat(hits).as("spellings that shared a response").isGreaterThan(paths().size() / 2);
    }

    /** Each default that the surfaces name is one. */
    @Test
    void each_declared_default_gets_what_its_absence_gets() {
        int checks = 0;
        for (var path : paths()) {
            var usual = made(path);
            for (var parameter : defaults(path)) {
                var spelled = path + (path.contains("?") ? "&" : "?") + parameter;
                checks++;
                var seen = check(path, usual, spelled);
                if (!path.contains("_envelope")) {
                    assertThat(seen.body()).as(spelled).isEqualTo(usual.body());
                }
            }
        }

        assertThat(checks).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "wp-json/wp/v2/posts/%d, wp-json/wp/v2/posts/%d?_=1&utm_source=mail",
        "wp-json/wp/v2/posts/%d?_embed, wp-json/wp/v2/posts/%d?context=view&_embed",
        "wp-json/wp/v2/posts/%d?fbclid=x, ?rest_route=/wp/v2/posts/%d",
        "wp-json/wp/v2/tags?post=%d, wp-json/wp/v2/tags?order=asc&hide_empty=0&post=%d&page=1&per_page=10&exclude=",
        "wp-json/wp/v2/categories?post=%d, wp-json/wp/v2/categories?post=%d&offset=1",
        "wp-json/wp/v2/comments?post=%d&per_page=10, wp-json/wp/v2/comments/?post=%d&type=comment",
        "api/v1/posts/%d/comments, api/v1/posts/%d/comments?limit=20&view=flat&type=comment&count=false",
    })
    void such_requests_share_a_response(String one, String other) {
        cache.clear();
        get("/" + one.formatted(post.id()));
        var second = "/" + other.formatted(post.id());
        var isOtherPath = second.contains("comments/?");

        assertThat(get(second).memory()).isEqualTo(isOtherPath ? "miss" : "hit");
    }

    @ParameterizedTest
    @CsvSource({
        "wp-json/wp/v2/posts/%d?_=1, wp-json/wp/v2/posts/%d?_fields=id",
        "wp-json/wp/v2/posts/%d, wp-json/wp/v2/posts/%d?_pretty=1",
        "wp-json/wp/v2/tags?post=%d, wp-json/wp/v2/tags?post=%d&per_page=1&per_page=10&per_page=1",
        "wp-json/wp/v2/posts?include=%d, wp-json/wp/v2/posts?include=%d&status=publish,draft",
        "api/v1/posts/%d/comments, api/v1/posts/%d/comments?limit=20&page=1",
        "api/v1/posts/%d/comments, api/v1/posts/%d/comments?_=1",
    })
    void such_requests_share_none(String one, String other) {
        cache.clear();
        get("/" + one.formatted(post.id()));

        assertThat(get("/" + other.formatted(post.id())).memory()).isEqualTo("miss");
    }

    /** More than PHP takes are refused, ignored or not; that must not be hidden by a stored response. */
    @Test
    void too_many_ignored_parameters_are_refused_whatever_is_in_memory() {
        var path = WP + "posts/" + post.id();
        get(path);

        assertThat(get(path + "?" + "a&".repeat(1_000) + "a").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /wp-json/wp/v2/users",
                "X-Rewrite-URL: /wp-json/wp/v2/users",
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Method: DELETE",
                "Origin: https://evil.example",
                "Accept: application/xml",
                "Accept-Language: de",
                "Accept-Encoding: gzip;q=0, identity",
                "Cookie: session=x; wordpress_logged_in=x",
                "Range: bytes=0-0",
                "X-WP-Nonce: x",
                "User-Agent: <script>",
            })
    void no_header_changes_what_others_get(String header) {
        for (var path : List.of(WP + "posts/" + post.id() + "?_embed", NATIVE + "posts/" + post.id(), "/feed/")) {
            var usual = made(path);
            cache.clear();
            get(path, header.split(": ", 2));

            assertThat(get(path).content()).as(path).isEqualTo(usual.content());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_method=DELETE",
                "_jsonp=evil",
                "_envelope",
                "_envelope=1&_=1",
                "_pretty=1",
                "_fields=id",
                "%5ffields=id",
                "_fields[]=id",
                "_fields%5B%5D=id",
                "_embed=author&_embed=0",
                "context=edit",
                "context=embed&context=view",
                "context[]=view",
                "password=x",
                "id=1",
                "per_page=10&per_page=1",
                "rest_route=/wp/v2/users",
                "%00=1",
                "a=%ff",
                "a=%zz",
                "a=%u0041",
                "context=%C0%AE",
                ".context=edit",
                "context%00=edit",
                "context.=edit",
                "&&&",
                "a;context=edit",
                "a=1%26context=edit",
                "a=1\u0001context\u0002edit",
            })
    void no_parameter_changes_what_others_get(String parameters) {
        var query = IntStream.range(0, parameters.length())
                .mapToObj(i -> parameters.charAt(i) < ' '
                        ? "%%%02x".formatted((int) parameters.charAt(i))
                        : parameters.substring(i, i + 1))
                .collect(Collectors.joining())
                .replace("[", "%5B")
                .replace("]", "%5D");
        for (var path : List.of(WP + "posts/" + post.id(), WP + "tags?post=" + post.id(), "/wp-json/")) {
            var usual = made(path);
            var attack = path + (path.contains("?") ? "&" : "?") + query;
            cache.clear();
            // Written as it is: a client would refuse to send "%zz".
            raw(attack, "");

            assertThat(get(path).content()).as(attack).isEqualTo(usual.content());
        }
    }

    @Test
    void neither_another_host_nor_a_huge_key_changes_what_others_get() {
        for (var path : List.of(WP + "posts/" + post.id() + "?_embed", NATIVE + "posts?limit=1", "/feed/", "/")) {
            var usual = made(path);
            cache.clear();
            raw(path, "evil.example");
            raw("http://evil.example" + path, "evil.example");
            raw(path + (path.contains("?") ? "&" : "?") + "a=" + "x".repeat(3_500), "");

            assertThat(get(path).content()).as(path).isEqualTo(usual.content());
        }
    }

    /** What the spelling gets after the usual one. */
    private Answer check(String path, Answer usual, String spelled) {
        cache.clear();
        var expected = get(spelled);
        assertThat(get(path).content()).as("%s after %s", path, spelled).isEqualTo(usual.content());
        cache.clear();
        get(path);
        var seen = get(spelled);
        assertThat(seen.content()).as("%s after %s", spelled, path).isEqualTo(expected.content());
        return seen;
    }

    private String spelling(String path) {
        int question = path.indexOf('?');
        var sent = new ArrayList<String>();
        if (question >= 0) {
            Collections.addAll(sent, path.substring(question + 1).split("&", -1));
        }
        for (var parameter : defaults(path)) {
            if (random.nextInt(4) == 0) {
                sent.add(parameter);
            }
        }
        for (var parameter : IGNORED) {
            var replacesPath = path.startsWith("/?") && parameter.startsWith("rest_route");
            if (!path.startsWith(NATIVE) && !replacesPath && random.nextInt(6) == 0) {
                sent.add(parameter);
            }
        }
        Collections.shuffle(sent, random);
        var encoded = sent.stream().map(this::encoded).collect(Collectors.joining("&"));
        return (question < 0 ? path : path.substring(0, question)) + (encoded.isEmpty() ? "" : "?" + encoded);
    }

    /** The declared defaults of parameters that a request does not have. */
    private List<String> defaults(String path) {
        int question = path.indexOf('?');
        var names = question < 0 ? "" : "&" + path.substring(question + 1);
        var route = path.startsWith("/?") ? "/wp-json" + path.substring("/?rest_route=".length()) : path;
        var declared = CacheKey.declared(route.split("\\?", -1)[0], surfaces);
        return new TreeMap<>(declared.defaults())
                .entrySet().stream()
                        .filter(entry -> !names.contains("&" + entry.getKey() + "=")
                                && !names.contains("&" + entry.getKey() + "["))
                        .flatMap(entry -> entry.getValue().stream().sorted().map(value -> entry.getKey() + "=" + value))
                        .toList();
    }

    private String encoded(String parameter) {
        var text = new StringBuilder();
        for (int i = 0; i < parameter.length(); i++) {
            char c = parameter.charAt(i);
            if (c == ' ') {
                text.append(random.nextBoolean() ? "+" : "%20");
            } else if (c == '%' || c == '=') {
                text.append(c);
            } else if ((c == '[' || c == ']' || random.nextInt(6) == 0) && !isInEscape(parameter, i)) {
                var hex = "%%%02x".formatted((int) c);
                text.append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isInEscape(String text, int index) {
        return (index > 0 && text.charAt(index - 1) == '%') || (index > 1 && text.charAt(index - 2) == '%');
    }

    /** Without memory. */
    private Answer made(String path) {
        cache.clear();
        return get(path);
    }

    private Answer get(String path, String... headers) {
        var address = path.replace(" ", "%20").replace("[", "%5B").replace("]", "%5D");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            var sent = new TreeMap<>(answer.headers().map());
            var memory = sent.remove("x-cache");
            return new Answer(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    sent,
                    memory == null ? null : memory.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void raw(String target, String host) {
        try (var connection = RawHttp.open()) {
            connection
                    .send("GET %s HTTP/1.1|Host: %s|Connection: close||"
                            .formatted(target, host.isEmpty() ? "localhost:" + RestAssured.port : host))
                    .readToEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
