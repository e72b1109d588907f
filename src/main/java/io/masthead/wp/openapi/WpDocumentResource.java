package io.masthead.wp.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.masthead.web.CacheRules;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Serves the document of this surface, as that of the native API is served: YAML, or JSON to those
 * who ask for it.
 */
@Path("/openapi/wordpress")
public class WpDocumentResource {

    private final WpDocument document;
    private final CacheRules caches;
    private final HttpHeaders headers;

    /** By whether it is JSON: neither routes nor version change while the server runs. */
    private final Map<Boolean, String> written = new ConcurrentHashMap<>();

    private final ObjectWriter json = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private final ObjectWriter yaml = new YAMLMapper().writer();

    WpDocumentResource(WpDocument document, CacheRules caches, HttpHeaders headers) {
        this.document = document;
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
        return Response.ok(written.computeIfAbsent(asJson, this::write))
                .type(asJson ? "application/json;charset=UTF-8" : "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, caches.publicRead())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private String write(boolean asJson) {
        try {
            return (asJson ? json : yaml).writeValueAsString(document.build());
        } catch (JsonProcessingException e) {
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
