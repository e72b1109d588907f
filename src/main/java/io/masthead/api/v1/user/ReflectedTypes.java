package io.masthead.api.v1.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
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
