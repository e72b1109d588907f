package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundBody;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Cloudflare's purging API; see https://developers.cloudflare.com/cache/how-to/purge-cache/. */
record Cloudflare(String base, String zone, String token) implements Cdn {

    @Override
    public int maxTags() {
        return 100;
    }

    @Override
    public PurgeCall purge(List<String> tags) {
        return call(JsonObject.of("tags", tags));
    }

    @Override
    public PurgeCall purgeEverything() {
        return call(JsonObject.of("purge_everything", true));
    }

    @Override
    public boolean confirms(OutboundAnswer answer) {
        return Cdn.super.confirms(answer) && saysSuccess(answer.body());
    }

    private static boolean saysSuccess(String body) {
        try {
            return Boolean.TRUE.equals(new JsonObject(body).getValue("success"));
        } catch (DecodeException e) {
            return false;
        }
    }

    private PurgeCall call(JsonObject body) {
        return new PurgeCall(
                base + "/zones/" + zone + "/purge_cache",
                Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token),
                OutboundBody.json(body.encode()));
    }
}
