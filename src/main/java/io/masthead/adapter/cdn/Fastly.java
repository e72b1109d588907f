package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundBody;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** Fastly's purging API; see https://www.fastly.com/documentation/reference/api/purging/. */
record Fastly(String base, String service, String token) implements Cdn {

    @Override
    public int maxTags() {
        return 256;
    }

    @Override
    public PurgeCall purge(List<String> tags) {
        return call(
                "purge", OutboundBody.json(JsonObject.of("surrogate_keys", tags).encode()));
    }

    @Override
    public PurgeCall purgeEverything() {
        return call("purge_all", null);
    }

    private PurgeCall call(String operation, OutboundBody body) {
        return new PurgeCall(
                base + "/service/" + service + "/" + operation,
                Map.of("Fastly-Key", token, HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON),
                body);
    }
}
