package io.masthead.api.v1.menu;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            MenuInput.class,
            MenuItemInput.class,
            MenuItemJson.class,
            MenuJson.class,
            MenuListParams.class,
            MenuReferenceInput.class,
            MenuReferenceJson.class,
            MenuResource.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
