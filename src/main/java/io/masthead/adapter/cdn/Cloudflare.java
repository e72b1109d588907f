package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundBody;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return Cdn.super.confirms(answer)
                && json(answer)
                        .filter(body -> Boolean.TRUE.equals(body.getValue("success")))
                        .isPresent();
    }

    /** The code of the first error, such as 10000 for a wrong token. */
    @Override
    public Optional<String> reason(OutboundAnswer answer) {
        return json(answer)
                .map(body -> body.getValue("errors"))
                .map(errors -> errors instanceof JsonArray list && !list.isEmpty() ? list.getValue(0) : null)
                .map(error -> error instanceof JsonObject first ? first.getValue("code") : null)
                .map(code -> code instanceof Integer number ? "code " + number : null);
    }

    private static Optional<JsonObject> json(OutboundAnswer answer) {
        try {
            return Json.decodeValue(answer.body()) instanceof JsonObject body ? Optional.of(body) : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private PurgeCall call(JsonObject body) {
        return new PurgeCall(
                base + "/zones/" + zone + "/purge_cache",
                Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token),
                OutboundBody.json(body.encode()));
    }
}
