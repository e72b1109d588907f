package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditLog;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail. */
@Path("/api/v1/audit")
@Tag(name = "Audit", description = "The audit trail.")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private final AuditLog log;
    private final CurrentActor actor;

    AuditResource(AuditLog log, CurrentActor actor) {
        this.log = log;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(AuditEntryJson.class)
    @Access(scopes = Scope.AUDIT_READ, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listAudit",
            summary = "List audit entries, newest first",
            description = "Administrators only. The audit trail records sign-ins and failed sign-ins, changes to"
                    + " accounts, roles, passwords, second factors, sessions and tokens, moderation of"
                    + " comments, and changes to posts, pages, terms, media, settings and imports, which appear"
                    + " after a short delay. It contains no secrets, logins or e-mail addresses.")
    public ListJson<AuditEntryJson> list(@BeanParam AuditListParams params, @BeanParam PagingParams paging) {
        var in = new ParameterReader();
        var criteria = params.toCriteria(in);
        var page = paging.read(in);
        in.throwIfAny();
        return ListJson.of(log.search(criteria, page, actor.get()), AuditEntryJson::of);
    }
}
