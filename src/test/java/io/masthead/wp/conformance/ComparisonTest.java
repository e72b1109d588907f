package io.masthead.wp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that lets too much pass would make the floors worthless. */
class ComparisonTest {

    private static final Instant SEEDED = Instant.parse("2026-01-02T10:00:00Z");
    private static final String JSON = "application/json; charset=UTF-8";
    private static final Map<String, JsonNode> SEED = Map.of(
            "posts.last", Recordings.json("100"),
            "terms.last", Recordings.json("20"),
            "comments.last", Recordings.json("30"),
            "users.last", Recordings.json("8"));

    private final Comparison comparison = new Comparison(
            new Equivalence(new NewThings(SEED), SEEDED),
            NotServed.read(List.of("* /wp-json/wp/v2/gadgets** There are none.")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':[1,2]} | {'b':[1,2],'a':1}",
                "{'a':1} | {'a':1.0}",
                "{'date':'2026-01-02T10:05:00'} | {'date':'2026-01-02T10:05:09'}",
                "{'link':'http://127.0.0.1:18100/x'} | {'link':'http://localhost:8081/x'}",
                "{'id':101} | {'id':115}",
                "{'id':101,'link':'http://h/?p=101'} | {'id':115,'link':'http://h/?p=115'}",
                "{'last_used':null} | {'last_used':'2026-01-02T10:05:09'}",
                "{'link':'h?nonce=0123456789&p=9'} | {'link':'h?nonce=abcdef0123&p=9'}",
                "{'/wp/v2/gadgets/x':{}} | {}",
            })
    void what_says_the_same_is_equal(String recorded, String ours) {
        assertThat(differing(recorded, ours)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1} | {'a':2} | body.a",
                "{'a':1} | {'a':'1'} | body.a",
                "{'a':null} | {} | body.a",
                "{} | {'a':null} | body.a",
                "{'a':[]} | {'a':{}} | body.a",
                "{'a':[1,2]} | {'a':[2,1]} | body.a[0]",
                "{'a':[1,2]} | {'a':[1]} | body.a.length",
                "{'a':{'b':'x'}} | {'a':{'b':'y'}} | body.a.b",
                "{'date':'2025-01-02T10:05:00'} | {'date':'2025-01-02T10:05:09'} | body.date",
                "{'date':'2026-01-02T10:05:00'} | {'date':'2026-01-02T10:05:00Z'} | body.date",
                "{'date':'2026-01-02T10:05:00'} | {'date':'2026-01-02T13:05:00'} | body.date",
                "{'id':99} | {'id':115} | body.id",
                "{'id':101} | {'id':99} | body.id",
                "{'width':101} | {'width':115} | body.width",
                "{'link':'h?nonce=0123456789&x=1'} | {'link':'h?nonce=abcdef0123&x=2'} | body.link",
                "{'text':'&#8217;'} | {'text':'&#8216;'} | body.text",
                "{'/wp/v2/posts':{}} | {} | body./wp/v2/posts",
            })
    void what_differs_is_found(String recorded, String ours, String place) {
        assertThat(differing(recorded, ours)).contains(place);
    }

    @Test
    void a_new_thing_stays_the_same_thing() {
        assertThat(differing("{'id':101}", "{'id':115}")).isEmpty();
        assertThat(differing("{'id':102}", "{'id':116}")).isEmpty();
        assertThat(differing("{'id':101}", "{'id':116}")).containsExactly("body.id");
        assertThat(differing("{'id':103}", "{'id':115}")).containsExactly("body.id");
    }

    @Test
    void things_of_another_kind_may_have_the_same_number() {
        assertThat(differing("{'id':101,'author':9}", "{'id':115,'author':10}")).isEmpty();
        assertThat(differing("{'id':102,'author':101}", "{'id':116,'author':12}"))
                .isEmpty();
    }

    @Test
    void a_status_a_header_and_one_too_many_are_found() {
        var exchange = exchange("{}", Map.of("Content-Type", JSON, "Allow", "GET"));
        var answer = answer(201, "{}", Map.of("Content-Type", JSON, "Allow", "POST", "X-WP-Total", "1"));

        assertThat(comparison.compare(exchange, answer))
                .extracting(Deviation::place)
                .containsExactly("status", "header Allow", "header X-WP-Total");
    }

    @Test
    void what_must_not_be_kept_must_say_so() {
        var exchange = exchange("{}", Map.of("Content-Type", JSON, "Cache-Control", "no-cache, no-store"));

        assertThat(comparison.compare(exchange, answer(200, "{}", Map.of("Content-Type", JSON))))
                .extracting(Deviation::place)
                .containsExactly("header Cache-Control");
    }

    @Test
    void feeds_are_compared_by_their_elements() {
        var recorded = text("<rss><item a='1'>x</item>\n <item>y</item></rss>");

        assertThat(ofText(recorded, "<rss><item a='1'> x </item><item>y</item></rss>"))
                .isEmpty();
        assertThat(ofText(recorded, "<rss><item a='1'>x</item><item>z</item></rss>"))
                .containsExactly("body.rss.item[1].#text");
    }

    private List<String> differing(String recorded, String ours) {
        var headers = Map.of("Content-Type", JSON);
        return places(exchange(quoted(recorded), headers), answer(200, quoted(ours), headers));
    }

    private List<String> ofText(String recorded, String ours) {
        var headers = Map.of("Content-Type", "text/xml");
        return places(exchange(recorded, headers), answer(200, ours, headers));
    }

    private List<String> places(Exchange exchange, Answer answer) {
        return comparison.compare(exchange, answer).stream()
                .map(Deviation::place)
                .toList();
    }

    private static Answer answer(int status, String body, Map<String, String> headers) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return Answer.of(status, lists, body, "localhost:8081");
    }

    private static Exchange exchange(String body, Map<String, String> headers) {
        var line = Recordings.JSON.createObjectNode();
        line.put("id", "test/0001").put("method", "GET").put("path", "/wp-json/wp/v2/posts");
        line.put("status", 200).set("resp_body", Recordings.json(body));
        line.set("resp_headers", Recordings.JSON.valueToTree(headers));
        return new Exchange(line);
    }

    private static String text(String text) {
        return Recordings.JSON.createObjectNode().put("__text", text).toString();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
