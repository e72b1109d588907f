package io.masthead.api.v1.redirect;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            RedirectFile.class,
            RedirectImportJson.class,
            RedirectInput.class,
            RedirectJson.class,
            RedirectListJson.class,
            RedirectResource.class,
            ResolutionJson.class,
            ResolveResource.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
