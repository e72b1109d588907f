package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts over 1 KB are compressed for clients that accept it, each as a representation of its own. */
@QuarkusTest
class CompressionTest {

    private static final String TEXT = "Words that come again and again. ".repeat(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Blog blog = Blog.ofAdministrator();

    @BeforeEach
    void something_to_read() {
        blog.published("Compressed " + "title ".repeat(80)).saying(TEXT).write();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts",
                "/wp-json/wp/v2/posts",
                "/wp-json/",
                "/feed",
                "/openapi/wordpress",
                "/openapi",
                "/openapi?format=JSON",
                "/docs/",
                "/docs/index.html",
                "/docs/style.css",
                "/docs/swagger-ui-bundle.js",
                "/docs/wordpress"
            })
    void a_compressed_answer_says_the_same_and_has_a_tag_of_its_own(String path) throws Exception {
        var plain = get(path);
        var compressed = get(path, "Accept-Encoding", "gzip");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(inflated(compressed)).isEqualTo(plain.body());
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
        assertThat(vary(plain)).containsIgnoringCase("Accept-Encoding").isEqualToIgnoringCase(vary(compressed));
        plain.headers()
                .firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .ifPresent(tag -> assertThat(compressed.headers().firstValue("ETag"))
                        .contains(tag.replaceFirst("\"$", "-gzip\"")));
    }

    @Test
    void files_are_compressed_each_time_they_are_asked_for_unless_in_parts() throws Exception {
        var file = "/docs/swagger-ui-bundle.js";
        for (int i = 0; i < 3; i++) {
            assertThat(get(file, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                    .contains("gzip");
        }
        var part = get(file, "Accept-Encoding", "gzip", "Range", "bytes=0-9");
        assertThat(part.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get("/docs/nothing.js", "Accept-Encoding", "gzip").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/posts", "/wp-json/wp/v2/posts"})
    void either_tag_is_known_again_and_the_answer_repeats_it(String path) throws Exception {
        var plain = get(path).headers().firstValue("ETag").orElseThrow();
        var marked = plain.replaceFirst("\"$", "-gzip\"");
        for (var tag : new String[] {plain, marked}) {
            var known = get(path, "Accept-Encoding", "gzip", "If-None-Match", tag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().firstValue("ETag")).contains(tag);
            assertThat(vary(known)).contains("Accept-Encoding");
        }
        assertThat(get(path, "If-None-Match", marked).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/posts", "/wp-json/wp/v2/posts"})
    void a_head_has_the_headers_of_the_get(String path) throws Exception {
        var get = get(path, "Accept-Encoding", "gzip");
        var head = send("HEAD", path, "Accept-Encoding", "gzip");
        for (var name : new String[] {"ETag", "Content-Encoding", "Content-Type", "Vary"}) {
            assertThat(head.headers().allValues(name))
                    .as(name)
                    .isEqualTo(get.headers().allValues(name));
        }
    }

    @Test
    void private_or_short_responses_are_not_compressed() throws Exception {
        var mine =
                get("/api/v1/posts", "Accept-Encoding", "gzip", "Authorization", "Bearer " + FirstAdministrator.TOKEN);
        assertThat(mine.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(mine.headers().firstValue("Content-Encoding")).isEmpty();
        var shorter = get("/api/v1/posts?limit=1&fields=id", "Accept-Encoding", "gzip");
        assertThat(shorter.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "deflate, GZIP;q=0.5|true",
                "*|true",
                "br, *;q=0.1|true",
                "gzip;q=0|false",
                "*, gzip; q=0.0|false",
                "*;q=0|false",
                "br|false",
                "identity|false",
                "gzipped|false",
                "''|false"
            })
    void a_client_says_whether_it_takes_gzip(String header, boolean taken) {
        assertThat(Compression.acceptsGzip(header)).isEqualTo(taken);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String vary(HttpResponse<byte[]> answer) {
        return String.join(", ", answer.headers().allValues("Vary"));
    }

    private static byte[] inflated(HttpResponse<byte[]> answer) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }
}
