package io.masthead.api.v1.pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {PatternInput.class, PatternJson.class, PatternListParams.class, PatternResource.class})
final class ReflectedTypes {

    private ReflectedTypes() {}
}
