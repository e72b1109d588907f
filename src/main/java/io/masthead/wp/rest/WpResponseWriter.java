package io.masthead.wp.rest;

import io.masthead.web.CacheRules;
import io.masthead.web.EntityTags;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes answers: what is embedded, the envelope, the headers, JSON or a script. */
@Singleton
class WpResponseWriter {

    private static final Pattern CALLBACK = Pattern.compile("[\\w.]+");
    private static final String SCRIPT = "application/javascript;charset=UTF-8";
    private static final String NEVER = "no-cache, must-revalidate, max-age=0, no-store, private";

    private final Dispatcher dispatcher;
    private final List<EmbedSource> sources;
    private final PhpJson json;
    private final CacheRules caches;

    WpResponseWriter(Dispatcher dispatcher, @All List<EmbedSource> sources, PhpJson json, CacheRules caches) {
        this.dispatcher = dispatcher;
        this.sources = sources;
        this.json = json;
        this.caches = caches;
    }

    /**
     * The refusal of a callback that is no name, to be asked for before anything is done; null
     * where there is none.
     */
    Response refusedCallback(WpRequest request) {
        var callback = WpRequest.Option.JSONP.of(request);
        return callback == null || CALLBACK.matcher(callback.toString()).matches() ? null : refuseCallback(request);
    }

    Response write(WpAnswer answer, WpRequest request) {
        var callback = WpRequest.Option.JSONP.of(request);
        var enveloped = WpRequest.Option.ENVELOPE.isIn(request);
        var shown = enveloped ? envelope(answer, request) : embedded(answer, request);
        var bytes = json.write(shown.body(), isOn(WpRequest.Option.PRETTY.of(request)));
        if (callback != null) {
            bytes = script(callback.toString(), bytes);
        }
        var response = Response.status(shown.status());
        common(response);
        shown.headers()
                .forEach((name, value) -> response.header(name, value instanceof List<?> links ? join(links) : value));
        if (!shown.headers().containsKey("Link")) {
            response.header("Link", apiLink(request));
        }
        if (shown.status() == 401) {
            // Basic would let browsers ask their users for a password when a guest is refused.
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Masthead\"");
        }
        return cached(response, answer, request, bytes)
                .type(callback == null ? PhpJson.MEDIA_TYPE : SCRIPT)
                .build();
    }

    /**
     * @param inner what is answered, also where an envelope is around it
     */
    private Response.ResponseBuilder cached(
            Response.ResponseBuilder response, WpAnswer inner, WpRequest request, byte[] bytes) {
        var isRead = request.method().equals("GET") || request.method().equals("HEAD");
        if (!request.actor().isAnonymous() || request.header("authorization") != null) {
            response.header("Expires", "Wed, 11 Jan 1984 05:00:00 GMT").header(HttpHeaders.CACHE_CONTROL, NEVER);
        } else if (!isRead || inner.isError() || WpRequest.Option.PASSWORD.isIn(request)) {
            response.header(HttpHeaders.CACHE_CONTROL, CacheRules.PRIVATE);
        } else {
            response.header(HttpHeaders.CACHE_CONTROL, caches.publicRead());
            caches.tags().forEach(response::header);
        }
        response.header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (isRead && !inner.isError()) {
            var tag = EntityTags.of(null, bytes);
            response.header(HttpHeaders.ETAG, tag);
            if (EntityTags.noneMatchHits(request.header("if-none-match"), tag)) {
                return response.status(304);
            }
        }
        // A HEAD has it too, so that its headers are those of the GET; it is not sent.
        return response.entity(bytes);
    }

    private WpAnswer embedded(WpAnswer answer, WpRequest request) {
        var relations = Embedding.relations(request);
        if (relations == null || answer.isError()) {
            return answer;
        }
        return answer.withBody(new Embedding(dispatcher, sources, request, relations).embed(answer.body()));
    }

    /** Whatever the parameter says; what to embed is said by {@code _embed} alone. */
    private WpAnswer envelope(WpAnswer answer, WpRequest request) {
        return WpAnswer.ok(enveloped(embedded(answer, request)));
    }

    /** {@code {body, status, headers}}. */
    static Map<String, Object> enveloped(WpAnswer answer) {
        var headers = new LinkedHashMap<String, Object>();
        answer.headers()
                .forEach((name, value) -> headers.put(name, value instanceof List<?> links ? join(links) : value));
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("body", answer.body());
        envelope.put("status", answer.status());
        envelope.put("headers", headers.isEmpty() ? List.of() : headers);
        return envelope;
    }

    /** What every answer of this surface says. */
    static void common(Response.ResponseBuilder response) {
        response.header("X-Robots-Tag", "noindex")
                .header("Access-Control-Expose-Headers", WpCrossOriginRules.EXPOSED)
                .header("Access-Control-Allow-Headers", WpCrossOriginRules.HEADERS);
    }

    private Response refuseCallback(WpRequest request) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", "rest_callback_invalid");
        error.put("message", "Invalid JSONP callback function.");
        return Response.status(400)
                .header("X-Robots-Tag", "noindex")
                .header("Link", apiLink(request))
                .type(SCRIPT)
                .entity(json.write(error, false))
                .build();
    }

    private static byte[] script(String callback, byte[] bytes) {
        return ("/**/" + callback + "(" + new String(bytes, StandardCharsets.UTF_8) + ")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String apiLink(WpRequest request) {
        return "<" + request.url("") + ">; rel=\"https://api.w.org/\"";
    }

    private static String join(List<?> links) {
        var joined = new StringJoiner(", ");
        links.forEach(link -> joined.add(link.toString()));
        return joined.toString();
    }

    private static boolean isOn(Object value) {
        return value != null && !value.equals("") && !value.equals("0");
    }
}
