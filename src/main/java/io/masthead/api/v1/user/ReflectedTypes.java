package io.masthead.api.v1.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a native executable must keep of this room for reflection: see the room {@code http}. */
@RegisterForReflection(
        targets = {
            AuthorJson.class,
            ImportedUsersJson.class,
            UserDeletionParams.class,
            UserFactorResource.class,
            UserFileResource.class,
            UserInput.class,
            UserJson.class,
            UserListParams.class,
            UserResource.class,
            UserSessionResource.class,
            UserTokenResource.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
