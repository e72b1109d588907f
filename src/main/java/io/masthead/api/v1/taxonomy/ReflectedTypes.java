package io.masthead.api.v1.taxonomy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            CategoryInput.class,
            CategoryJson.class,
            CategoryListParams.class,
            CategoryResource.class,
            TagInput.class,
            TagJson.class,
            TagListParams.class,
            TagResource.class,
            TermEndpoint.class,
            TermListParams.class,
            TermRefJson.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
