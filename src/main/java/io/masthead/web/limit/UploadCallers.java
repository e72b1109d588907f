package io.masthead.web.limit;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;

/** Checks the sender of a file before it is received. */
@Singleton
class UploadCallers {

    /** Blocks, since credentials are looked up. */
    @ActivateRequestContext
    boolean mayUpload(RoutingContext route, Uploads upload) {
        try {
            var caller =
                    QuarkusHttpUser.getSecurityIdentity(route, null).await().indefinitely();
            return caller != null && upload.takesFrom(caller, route.normalizedPath());
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }
}
