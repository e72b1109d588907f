package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.TermDeletion;
import io.masthead.taxonomy.NewTerm;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermPatch;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermService;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Categories and tags: what is alike for both.
 *
 * @param <J> one of them on the wire
 * @param <I> one of them as a client writes it
 */
@Produces(MediaType.APPLICATION_JSON)
abstract class TermEndpoint<J extends Representation, I extends TermEndpoint.Input> {

    private final TermKind kind;
    private final String collection;
    private final Json<J> json;
    private final TermService terms;
    private final TermDeletion deletion;
    private final Permalinks permalinks;
    private final CurrentActor actor;
    private final RequestBody body;

    /**
     * @param collection the last part of the path of all of them
     */
    TermEndpoint(
            TermKind kind,
            String collection,
            Json<J> json,
            TermService terms,
            TermDeletion deletion,
            Permalinks permalinks,
            CurrentActor actor,
            RequestBody body) {
        this.kind = kind;
        this.collection = collection;
        this.json = json;
        this.terms = terms;
        this.deletion = deletion;
        this.permalinks = permalinks;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable
    @Operation(
            operationId = "get{Noun}",
            summary = "Get a {noun}",
            description = "Includes the number of published posts.")
    public J get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(terms.get(kind, id.value()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable
    @Operation(
            operationId = "get{Noun}BySlug",
            summary = "Get a {noun} by slug",
            description = "A former slug redirects (301) to the current URL.")
    public RestResponse<J> getBySlug(@PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var term = terms.getBySlug(kind, slug);
        return term.current()
                ? RestResponse.ok(json(term.found()))
                : Paths.moved(
                        uri,
                        "/api/v1/%s/by-slug/".formatted(collection),
                        List.of(term.found().slug()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Operation(
            operationId = "create{Noun}",
            summary = "Create a {noun}",
            description = "Without a slug, one is made from the name.")
    public RestResponse<J> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, I input) {
        var key = body.key(idempotencyKey, collection + ".create");
        var created = terms.create(kind, input.toNewTerm(), key, actor.get());
        return Paths.created("/api/v1/%s/%d".formatted(collection, created.id()), json(created));
    }

    final ListJson<J> list(TermQuery query, boolean withFormerSlugs) {
        var caller = actor.get();
        var found = terms.search(query, caller);
        var urls = permalinks.ofTerms(found.items());
        if (!withFormerSlugs) {
            return ListJson.of(found, term -> json.of(term, term.customFields(caller), null, urls));
        }
        var former = terms.formerSlugs(kind, found.items());
        return ListJson.of(
                found,
                term -> json.of(term, term.customFields(caller), former.getOrDefault(term.id(), List.of()), urls));
    }

    final J changed(Id id, String ifMatch, I input) {
        return json(terms.update(kind, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    final RestResponse<Void> deleted(Id id, String permanent, String ifMatch) {
        Permanent.require(permanent, EnumCodec.of(kind));
        deletion.delete(kind, id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private J json(Term term) {
        return json.of(
                term, term.customFields(actor.get()), terms.formerSlugs(term), permalinks.ofTerms(List.of(term)));
    }

    /** Writes a term as JSON; its former slugs are null in lists that do not include them. */
    interface Json<J> {
        J of(Term term, Map<String, Object> customFields, List<String> formerSlugs, PermalinkBuilder urls);
    }

    /** A new category or tag, or a merge patch of an existing one. */
    interface Input {
        NewTerm toNewTerm();

        TermPatch toChanges();
    }
}
