package io.masthead.adapter.cdn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OnBothDatabases
@QuarkusTest
class CdnCallsTest extends CdnFixture {

    @Test
    void any_url_gets_the_tags_in_json_and_in_a_header() {
        publish("post-1", "posts");
        purgeAll();

        var request = requests().get(0);
        assertThat(request.getUrl()).isEqualTo("/purge");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SwitchedCdn.TOKEN);
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Surrogate-Key")).isEqualTo("post-1 posts");
        assertThat(json(request)).isEqualTo(JsonObject.of("tags", JsonArray.of("post-1", "posts")));
    }

    @Test
    void fastly_gets_at_most_256_keys_a_call() {
        cdn.fastly(url(""), "SU1Z0isxPaozGVKXdv0eY");
        publish(many(300));
        purgeAll();

        assertThat(requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/service/SU1Z0isxPaozGVKXdv0eY/purge");
            assertThat(request.getHeader("Fastly-Key")).isEqualTo(SwitchedCdn.TOKEN);
        });
        assertThat(requests())
                .extracting(
                        request -> json(request).getJsonArray("surrogate_keys").size())
                .containsExactlyInAnyOrder(256, 44);
    }

    @Test
    void cloudflare_gets_at_most_100_tags_a_call_and_must_say_success() {
        answer(aResponse().withStatus(200).withBody("{\"success\":true,\"errors\":[],\"result\":{}}"));
        cdn.cloudflare(url("/client/v4/"), "023e105f4ecef8ad9ca31a8372d0c353");
        publish(many(120));
        purgeAll();

        assertThat(requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SwitchedCdn.TOKEN);
        });
        assertThat(requests())
                .extracting(request -> json(request).getJsonArray("tags").size())
                .containsExactlyInAnyOrder(100, 20);
        assertThat(waiting()).isZero();

        answer(aResponse().withStatus(200).withBody("{\"success\":false,\"errors\":[{\"code\":1}]}"));
        publish("posts");
        purgeAll();
        assertThat(waiting()).isPositive();
    }

    static List<Arguments> everything() {
        return List.of(
                Arguments.of("generic", "/purge", "{\"all\":true}"),
                Arguments.of("fastly", "/service/abc/purge_all", ""),
                Arguments.of("cloudflare", "/zones/abc/purge_cache", "{\"purge_everything\":true}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void after_too_many_tags_everything_is_purged_once(String form, String path, String body) {
        answer(aResponse().withStatus(500));
        publish("posts");
        purgeAll();
        publish(many(PurgeQueue.MAX_TAGS));
        purgeAll();
        stub.resetRequests();
        answer(aResponse().withStatus(200).withBody("{\"success\":true}"));
        switch (form) {
            case "fastly" -> cdn.fastly(url(""), "abc");
            case "cloudflare" -> cdn.cloudflare(url(""), "abc");
            default -> cdn.generic(url("/purge"));
        }

        retry();

        assertThat(requests()).hasSize(1);
        assertThat(requests().get(0).getUrl()).isEqualTo(path);
        assertThat(requests().get(0).getBodyAsString()).isEqualTo(body);
        assertThat(waiting()).isZero();
    }
}
