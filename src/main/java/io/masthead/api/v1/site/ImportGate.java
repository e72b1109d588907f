package io.masthead.api.v1.site;

import io.masthead.api.v1.user.UserFileResource;
import io.masthead.auth.CurrentActor;
import io.masthead.imports.ImportService;
import io.masthead.imports.users.UserFileService;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses who may not import before their file is written to disk: by the time a method is called,
 * all of a form has been read.
 */
@Singleton
class ImportGate {

    private final ImportService imports;
    private final UserFileService users;
    private final CurrentActor actor;

    ImportGate(ImportService imports, UserFileService users, CurrentActor actor) {
        this.imports = imports;
        this.users = users;
        this.actor = actor;
    }

    @ServerRequestFilter
    void requireAllowed(SimpleResourceInfo resource) {
        if (resource.getResourceClass() == ImportResource.class) {
            imports.requireAllowed(actor.get());
        }
        if (resource.getResourceClass() == UserFileResource.class) {
            users.requireAllowed(actor.get());
        }
    }
}
