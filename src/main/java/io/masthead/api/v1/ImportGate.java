package io.masthead.api.v1;

import io.masthead.auth.CurrentActor;
import io.masthead.imports.ImportService;

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
    private final CurrentActor actor;

    ImportGate(ImportService imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @ServerRequestFilter
    void admit(SimpleResourceInfo resource) {
        if (resource.getResourceClass() == ImportResource.class) {
            imports.admit(actor.get());
        }
    }
}
