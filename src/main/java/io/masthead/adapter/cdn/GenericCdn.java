package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundBody;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A URL that purges, such as that of a function in front of another CDN.
 *
 * @param token empty if none is needed
 */
record GenericCdn(String url, String token) implements Cdn {

    /** Servers limit the length of a header. */
    @Override
    public int maxTags() {
        return 100;
    }

    @Override
    public PurgeCall purge(List<String> tags) {
        return call(Map.of("Surrogate-Key", String.join(" ", tags)), JsonObject.of("tags", tags));
    }

    @Override
    public PurgeCall purgeEverything() {
        return call(Map.of(), JsonObject.of("all", true));
    }

    private PurgeCall call(Map<String, String> extra, JsonObject body) {
        var headers = new HashMap<>(extra);
        if (!token.isEmpty()) {
            headers.put(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return new PurgeCall(url, headers, OutboundBody.json(body.encode()));
    }
}
