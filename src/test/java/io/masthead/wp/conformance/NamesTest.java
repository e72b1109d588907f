package io.masthead.wp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent is what was recorded, with our ids. */
class NamesTest {

    private final Names names = new Names(Map.of("posts.public", Recordings.json("7")));

    @Test
    void a_name_becomes_its_id_with_the_type_it_has() {
        assertThat(names.fill("/posts/{{posts.public}}?p={{posts.public}}")).isEqualTo("/posts/7?p=7");
        assertThat(names.fill(json("{'a':['{{posts.public}}','x{{posts.public}}']}")))
                .isEqualTo(json("{'a':[7,'x7']}"));
    }

    @Test
    void what_an_answer_tells_is_taken_from_ours_and_else_from_the_recorded() {
        var exchange = exchange("{'save':{'one':'0.id'},'resp_body':[{'id':9}]}");

        names.learn(exchange, json("[{'id':12}]"));
        assertThat(names.fill("{{one}}")).isEqualTo("12");
        names.learn(exchange, json("{'code':'rest_no_route'}"));
        assertThat(names.fill("{{one}}")).isEqualTo("9");
    }

    @Test
    void what_was_not_played_is_missed_where_it_is_used() {
        names.doWithout(exchange("{'save':{'upload':'id'}}"));

        assertThat(names.missing(exchange("{'path_tpl':'/media/{{upload}}'}"))).contains("upload");
        assertThat(names.missing(exchange("{'path_tpl':'/media/{{other}}'}"))).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> names.fill("{{upload}}"));
    }

    @Test
    void a_target_keeps_its_query_and_encodes_what_no_address_may_hold() {
        assertThat(Asking.target(exchange("{'path':'/x/?a=1','query':'b[]=%20 é'}"), names))
                .isEqualTo("/x/?a=1&b%5B%5D=%20%20%C3%A9");
    }

    @Test
    void bodies_are_sent_in_the_form_they_had() {
        assertThat(body("{'json':{'a':1}}", "")).isEqualTo("{\"a\":1}");
        assertThat(body("{'form':'a=1&b=2'}", "")).isEqualTo("a=1&b=2");
        assertThat(body("{'text':'{broken'}", "")).isEqualTo("{broken");
        assertThat(body("{'file':'canola.jpg','bytes':50}", "")).startsWith("\u00ff\u00d8\u00ff");
        assertThat(body("{'multipart':[['t','x']]}", "multipart/form-data; boundary=--b"))
                .isEqualTo("""
                        ----b
                        Content-Disposition: form-data; name="t"

                        x
                        ----b--
                        """.replace("\n", "\r\n"));
    }

    private static String body(String json, String contentType) {
        return new String(Payload.of(json(json), contentType), StandardCharsets.ISO_8859_1);
    }

    private static Exchange exchange(String json) {
        return new Exchange(json(json));
    }

    private static JsonNode json(String json) {
        return Recordings.json(json.replace('\'', '"'));
    }
}
