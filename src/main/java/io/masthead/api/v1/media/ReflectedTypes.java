package io.masthead.api.v1.media;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a native executable must keep of this room for reflection: see the room {@code http}. */
@RegisterForReflection(targets = {MediaJson.class, MediaListParams.class, MediaRefJson.class, MediaResource.class})
final class ReflectedTypes {

    private ReflectedTypes() {}
}
