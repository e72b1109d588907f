package io.masthead.wp.rest;

import io.masthead.auth.CurrentActor;
import io.masthead.kernel.PageRequest;
import io.masthead.platform.lane.CostlyReads;
import io.masthead.setting.ApiUrl;
import io.masthead.setting.SettingService;
import io.masthead.web.CurrentClient;
import io.masthead.web.limit.ReceivedBodies;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where requests of this surface come in. Routes are not JAX-RS' here: WordPress' clients generate
 * themselves from the table of routes, batches and embedded answers go through it, and its rules
 * for parameters, methods and refusals are the same for every route.
 */
@Path(WpGateway.ROOT)
public class WpGateway {

    static final String ROOT = "/wp-json";

    /** Where a path with ".." in it leads out of this surface; no route has this name. */
    private static final String OUTSIDE = "/..";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Its items are short, but it embeds posts. */
    private static final String SEARCH = "/wp/v2/search";

    /** Its bodies may be files. */
    private static final String UPLOADS = "/wp/v2/media";

    private static final Set<String> EMBEDDING_LISTS =
            Set.of("/wp/v2/posts", "/wp/v2/pages", "/wp/v2/comments", UPLOADS, SEARCH);

    private final Dispatcher dispatcher;
    private final WpResponseWriter answers;
    private final SettingService settings;
    private final ApiUrl apiUrl;
    private final CurrentActor actor;
    private final CurrentClient client;
    private final CostlyReads reads;
    private final EmbeddingLists embedding;
    private final BodyParameters bodies;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final RoutingContext route;

    WpGateway(
            Dispatcher dispatcher,
            WpResponseWriter answers,
            SettingService settings,
            ApiUrl apiUrl,
            CurrentActor actor,
            CurrentClient client,
            CostlyReads reads,
            EmbeddingLists embedding,
            PhpJson json,
            HttpHeaders headers,
            UriInfo uri,
            RoutingContext route) {
        this.dispatcher = dispatcher;
        this.answers = answers;
        this.settings = settings;
        this.apiUrl = apiUrl;
        this.actor = actor;
        this.client = client;
        this.reads = reads;
        this.embedding = embedding;
        this.bodies = new BodyParameters(json);
        this.headers = headers;
        this.uri = uri;
        this.route = route;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response get() {
        return handle("GET", InputStream.nullInputStream());
    }

    @HEAD
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response head() {
        return handle("HEAD", InputStream.nullInputStream());
    }

    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response options() {
        return handle("OPTIONS", InputStream.nullInputStream());
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response post(InputStream body) {
        return handle("POST", body);
    }

    @PUT
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response put(InputStream body) {
        return handle("PUT", body);
    }

    @PATCH
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response patch(InputStream body) {
        return handle("PATCH", body);
    }

    @DELETE
    @PermitAll
    @Operation(hidden = true)
    @Path("{route:.*}")
    public Response delete(InputStream body) {
        return handle("DELETE", body);
    }

    private Response handle(String method, InputStream body) {
        var call = new WpRequest.Call(
                actor.get(),
                client.address(),
                client.userAgent(),
                settings.get().url().replaceAll("/+$", ""),
                apiUrl.get());
        var path = path(uri.getRequestUri().getPath());
        var request = new WpRequest(method, path, call, input(body));
        var refused = answers.refusedCallback(request);
        if (refused != null) {
            return refused;
        }
        if (hasWrongNonce(request)) {
            return answers.write(WpAnswer.of(WpErrors.wrongNonce()), request);
        }
        var list = request.path().toLowerCase(Locale.ROOT); // routes ignore case
        if (!READING.contains(method) || !EMBEDDING_LISTS.contains(list)) {
            return answer(request);
        }
        var sent = Dispatcher.merged(Map.of(), request.input());
        if (!list.equals(SEARCH) && isLarge(sent)) {
            return reads.pass(() -> answer(request));
        }
        return sent.containsKey(WpRequest.Option.EMBED.parameter())
                ? embedding.pass(() -> answer(request))
                : answer(request);
    }

    private Response answer(WpRequest request) {
        return answers.write(dispatcher.dispatch(request), request);
    }

    /**
     * Whether a list of texts may be so long that few may be made at once; one that embeds others
     * counts twice.
     */
    private static boolean isLarge(Map<String, Object> sent) {
        double things = number(sent.get("per_page"));
        return (sent.containsKey(WpRequest.Option.EMBED.parameter()) ? 2 * things : things) > PageRequest.LARGE;
    }

    /** As WordPress reads numbers: {@code 1e2} is 100, too. */
    private static double number(Object sent) {
        try {
            return sent == null ? 0 : Double.parseDouble(sent.toString());
        } catch (NumberFormatException e) {
            // It will be refused by name.
            return 0;
        }
    }

    /** Nobody signs in by cookies, so that no nonce is right; other credentials need none. */
    private static boolean hasWrongNonce(WpRequest request) {
        return request.actor().isAnonymous()
                && (request.header("x-wp-nonce") != null || WpRequest.Option.NONCE.isIn(request));
    }

    /** Without the root, and without a slash at the end. */
    static String path(String path) {
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return OUTSIDE;
        }
        var below = path.substring(ROOT.length());
        while (below.endsWith("/")) {
            below = below.substring(0, below.length() - 1);
        }
        return below.isEmpty() ? "/" : below;
    }

    private Map<String, String> sentHeaders() {
        var sent = new HashMap<String, String>();
        headers.getRequestHeaders().forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return sent;
    }

    private WpRequest.Input input(InputStream body) {
        var query = uri.getRequestUri().getRawQuery();
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        // Not by the path: whoever decided by it may have read it in another way.
        if (!ReceivedBodies.isUpload(route)) {
            return bodies.read(query, sentHeaders(), type, body == null ? new byte[0] : BodyParameters.bytes(body));
        }
        if (ReceivedBodies.isWithheld(route)) {
            return bodies.readUpload(query, sentHeaders(), null, () -> ReceivedBodies.open(route));
        }
        return bodies.readUpload(
                query, sentHeaders(), type, ReceivedBodies.hasBody(route) ? () -> ReceivedBodies.open(route) : null);
    }
}
