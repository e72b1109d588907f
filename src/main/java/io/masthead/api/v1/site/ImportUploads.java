package io.masthead.api.v1.site;

import io.masthead.auth.CurrentActor;
import io.masthead.imports.ImportService;
import io.masthead.imports.users.UserFileService;
import io.masthead.kernel.CmsException;
import io.masthead.web.limit.Uploads;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** The size limit for uploaded files, which are imports. {@link ImportGate} reports it. */
@Singleton
class ImportUploads implements Uploads {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String USERS = IMPORTS + "/users";

    private final ImportService imports;
    private final UserFileService users;

    ImportUploads(ImportService imports, UserFileService users) {
        this.imports = imports;
        this.users = users;
    }

    @Override
    public boolean takes(String path) {
        return path.equals(IMPORTS) || path.startsWith(IMPORTS + "/");
    }

    @Override
    public boolean takesFrom(SecurityIdentity caller, String path) {
        var actor = CurrentActor.of(caller);
        try {
            if (path.startsWith(USERS)) {
                users.requireAllowed(actor);
            } else {
                imports.requireAllowed(actor);
            }
            return true;
        } catch (CmsException refused) {
            return false;
        }
    }
}
