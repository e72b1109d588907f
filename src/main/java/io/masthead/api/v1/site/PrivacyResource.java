package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.privacy.PersonalData;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Export and erasure of personal data. */
@Path("/api/v1/privacy")
@Tag(name = "Privacy", description = "Export and erasure of personal data.")
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyResource {

    private final PersonalData data;
    private final Permalinks permalinks;
    private final CurrentActor actor;

    PrivacyResource(PersonalData data, Permalinks permalinks, CurrentActor actor) {
        this.data = data;
        this.permalinks = permalinks;
        this.actor = actor;
    }

    @POST
    @Authenticated
    @Path("exports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.PRIVACY_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "exportPersonalData",
            summary = "Export personal data of an e-mail address",
            description = "Administrators only. Returns the account and, page by page, the comments with all data"
                    + " about their author. The e-mail address is sent in the body, so that it is not logged.")
    public PersonalDataJson export(@BeanParam PagingParams paging, PersonalDataInput input) {
        var in = new ParameterReader();
        var page = paging.read(in);
        in.throwIfAny();
        var caller = actor.get();
        var account = data.account(input.email(), caller).orElse(null);
        var comments = data.comments(input.email(), page, caller);
        var urls = permalinks.ofCommentedIds(
                comments.items().stream().map(found -> found.post().id()).toList());
        return PersonalDataJson.of(account, comments, urls);
    }

    @POST
    @Authenticated
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.PRIVACY_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "erasePersonalData",
            summary = "Erase personal data of an e-mail address",
            description = "Administrators only. Anonymizes or deletes the comments of the person, at most 5,000 per"
                    + " call. The data of an account stays.")
    public ErasureJson erase(ErasureInput input) {
        return ErasureJson.of(data.erase(input.email(), input.comments(), actor.get()));
    }
}
