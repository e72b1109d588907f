package io.masthead.api.v1.media;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            FocalPointJson.class,
            MediaFetchResource.class,
            MediaInput.class,
            MediaJson.class,
            MediaListParams.class,
            MediaRefJson.class,
            MediaResource.class,
            MediaUrlInput.class,
            RenditionJson.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
