package io.masthead.api.v1.site;

import io.masthead.auth.CurrentActor;
import io.masthead.imports.ImportConfig;
import io.masthead.imports.ImportService;
import io.masthead.imports.users.UserFileService;
import io.masthead.kernel.CmsException;
import io.masthead.web.limit.Uploads;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/** Lets import files be larger than other bodies, from callers who may import. {@link ImportGate} tells others why they may not. */
@Singleton
class ImportUploads implements Uploads {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String USERS = IMPORTS + "/users";

    private final ImportService imports;
    private final UserFileService users;
    private final long maxBytes;

    ImportUploads(ImportService imports, UserFileService users, ImportConfig config) {
        this.imports = imports;
        this.users = users;
        this.maxBytes = config.maxSize().asLongValue();
    }

    @Override
    public boolean takes(HttpMethod method, String path, boolean isMultipart) {
        return isMultipart && (path.equals(IMPORTS) || path.startsWith(IMPORTS + "/"));
    }

    @Override
    public long maxBytes() {
        return maxBytes;
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
