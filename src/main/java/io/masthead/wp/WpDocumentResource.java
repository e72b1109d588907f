package io.masthead.wp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.masthead.web.CacheRules;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Serves the committed document of this surface, as that of the native API is served: YAML, or JSON
 * to those who ask for it.
 */
@Path("/openapi/wordpress")
@RegisterResources(globs = WpDocumentResource.FILE)
public class WpDocumentResource {

    static final String FILE = "openapi/wordpress.json";

    private final CacheRules caches;
    private final HttpHeaders headers;

    /** By whether it is JSON. */
    private final Map<Boolean, String> texts = new ConcurrentHashMap<>();

    WpDocumentResource(CacheRules caches, HttpHeaders headers) {
        this.caches = caches;
        this.headers = headers;
    }

    /**
     * @param format {@code JSON} or {@code YAML}; null where the Accept header decides
     */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response get(@RestQuery String format) {
        var asJson = wantsJson(format);
        return Response.ok(texts.computeIfAbsent(asJson, WpDocumentResource::read))
                .type(asJson ? "application/json;charset=UTF-8" : "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, caches.publicRead())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String read(boolean asJson) {
        try (var in = WpDocumentResource.class.getResourceAsStream("/" + FILE)) {
            return asJson
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : new YAMLMapper().writeValueAsString(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean wantsJson(String format) {
        if (format != null) {
            return format.toUpperCase(Locale.ROOT).equals("JSON");
        }
        var accepted = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json");
    }
}
