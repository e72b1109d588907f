package io.masthead.wp;

import io.masthead.web.CacheRules;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says to people what of WordPress is served, and what is different on purpose. */
@Path("/docs/wordpress")
public class SupportMatrixResource {

    /** No scripts, and nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final CacheRules caches;

    SupportMatrixResource(CacheRules caches) {
        this.caches = caches;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response page() throws IOException {
        return answer("wordpress.html", "text/html");
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Path("style.css")
    public Response style() throws IOException {
        return answer("wordpress.css", "text/css");
    }

    private Response answer(String file, String type) throws IOException {
        try (var in = SupportMatrixResource.class.getResourceAsStream("/docs/" + file)) {
            return Response.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .type(type + ";charset=UTF-8")
                    .header("Content-Security-Policy", POLICY)
                    .header(HttpHeaders.CACHE_CONTROL, caches.publicRead())
                    .build();
        }
    }
}
