package io.masthead.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This server and a proxy in front never disagree about the end of a request. */
@QuarkusTest
class FramingTest {

    private static final String POST = "POST /wp-json/ HTTP/1.1|Host: a|";
    private static final String NEXT = "GET /api/v1/settings HTTP/1.1|Host: a||";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Two ways to declare the end of the body.
                "Content-Length: 6|Transfer-Encoding: chunked||0||",
                "Transfer-Encoding: chunked|Content-Length: 6||0||",
                "Content-Length: 1|Content-Length: 2||ab",
                "Content-Length: 1, 2||ab",
                // Invalid numbers.
                "Content-Length: +2||ab",
                "Content-Length: -2||ab",
                "Content-Length: 0x2||ab",
                "Content-Length: 9999999999999999999999||ab",
                "Content-Length : 2||ab",
                // Other codings, and lists of them.
                "Transfer-Encoding: chunked, xchunked||0||",
                "Transfer-Encoding: xchunked||0||",
                "Transfer-Encoding: gzip, chunked||0||",
                "Transfer-Encoding: identity|Content-Length: 2||ab",
                "Transfer-Encoding: chunked|Transfer-Encoding: x||0||",
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
                "Transfer-Encoding: \u000bchunked||0||",
                // Continued on the next line, which RFC 9112 (section 5.2) has obsoleted.
                "Transfer-Encoding:| chunked||0||",
                // Whose host is requested.
                "Host: b||",
            })
    void a_request_with_an_ambiguous_end_is_refused_and_its_connection_closed(String rest) throws IOException {
        refused(POST + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Too large for a number, or none.
                "100000000|ab|0||",
                "10000000000000002|ab|0||",
                "-2|ab|0||",
                "0x2|ab|0||",
                // Line ends that only some accept.
                "2|abc|0||",
                "2^ab|0||"
            })
    void a_chunk_with_an_ambiguous_end_closes_the_connection(String chunks) throws IOException {
        try (var connection = RawHttp.open()) {
            var post = POST + "Transfer-Encoding: chunked||" + chunks;
            // What was sent after it may keep the response from arriving.
            assertThat(connection.send(post + NEXT).readToEnd()).matches("(?s)(HTTP/1.1 400.*)?");
        }
    }

    @Test
    void http_1_0_has_no_chunks() throws IOException {
        try (var connection = RawHttp.open()) {
            var post = "POST /wp-json/ HTTP/1.0|Host: a|Transfer-Encoding: chunked||0||";
            assertThat(connection.send(post + NEXT).readToEnd())
                    .matches("(?s)HTTP/1\\.[01] 400.*")
                    .doesNotContain(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a, b|", "Host: a b|", "Host: a/b|", ""})
    void a_request_must_have_one_host(String host) throws IOException {
        try (var connection = RawHttp.open()) {
            connection.send("GET /api/v1/settings HTTP/1.1|" + host + "|" + NEXT);
            assertThat(connection.readToEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    private static void refused(String request) throws IOException {
        try (var connection = RawHttp.open()) {
            var answers = connection.send(request + NEXT).readToEnd();
            assertThat(answers).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void plain_requests_share_a_connection() throws IOException {
        try (var connection = RawHttp.open()) {
            var json = "Content-Type: application/json|";
            var length = POST + json + "Content-Length: 2||{}";
            var chunks = POST + json + "Transfer-Encoding: Chunked||1;x=y|{|0001|}|0||";
            assertThat(connection.send(length).readAnswer()).startsWith("HTTP/1.1 404");
            assertThat(connection.send(chunks).readAnswer()).startsWith("HTTP/1.1 404");
            assertThat(connection.send(NEXT).readAnswer()).startsWith("HTTP/1.1 200");
        }
    }
}
