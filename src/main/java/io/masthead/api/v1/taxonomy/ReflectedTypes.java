package io.masthead.api.v1.taxonomy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a native executable must keep of this room for reflection: see the room {@code http}. */
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
