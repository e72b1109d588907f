package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.masthead.web.CacheRules;
import io.masthead.web.EntityTags;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes the responses of this API with the selected fields, links, an entity tag and caching headers,
 * or 304 if the client has the current version.
 */
@Singleton
class ResponseRenderer {

    static final String FIELDS = "fields";

    private static final String SELECTION = "masthead.fields";
    private static final int MOVED = 301;
    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private final WireJson json;
    private final CacheRules cacheRules;

    ResponseRenderer(WireJson json, CacheRules cacheRules) {
        this.json = json;
        this.cacheRules = cacheRules;
    }

    /** A field that does not exist is refused before anything is read or written. */
    @ServerRequestFilter
    void select(ContainerRequestContext request, ResourceInfo resource) {
        var fields =
                ParameterReader.joined(request.getUriInfo().getQueryParameters().get(FIELDS));
        var method = resource.getResourceMethod();
        if (fields != null && method != null && method.isAnnotationPresent(Selectable.class)) {
            var shown = ShownFields.of(resource, request.getUriInfo().getQueryParameters());
            request.setProperty(SELECTION, FieldSelection.parse(fields, shown, json.mapper()));
        }
    }

    @ServerResponseFilter
    void write(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == MOVED) {
            cacheRules.apply(request, response.getHeaders());
        }
        if (!(response.getEntity() instanceof Representation representation)) {
            return;
        }
        var text = representation instanceof TextRepresentation of ? of : null;
        var bytes = text == null
                ? bytes(representation, (FieldSelection) request.getProperty(SELECTION))
                : text.text().getBytes(StandardCharsets.UTF_8);
        var tag = EntityTags.of(representation.rowVersion(), bytes);
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (representation.forOneCallerOnly()) {
            cacheRules.forbid(headers);
        } else {
            cacheRules.apply(request, headers);
        }
        if (representation instanceof ListJson<?> list) {
            Links.of(list, request.getUriInfo()).forEach(link -> headers.add(HttpHeaders.LINK, link));
        }
        if (isRead(request)
                && response.getStatus() == 200
                && EntityTags.noneMatchHits(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        response.setEntity(bytes, null, MediaType.valueOf(text == null ? JSON : text.mediaType()));
    }

    private byte[] bytes(Representation representation, FieldSelection selection) {
        try {
            if (selection == null) {
                return json.mapper().writeValueAsBytes(representation);
            }
            var tree = json.mapper().<ObjectNode>valueToTree(representation);
            selection.narrow(representation instanceof ListJson<?> ? tree.get("items") : tree);
            return json.mapper().writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always JSON", e);
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }
}
