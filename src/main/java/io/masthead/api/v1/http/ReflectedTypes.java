package io.masthead.api.v1.http;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a native executable must keep for reflection: the bodies, which {@link WireJson} reads and
 * writes without Quarkus knowing of it, and the resources with their parameters, whose declarations
 * {@link KnownParameters} and {@link ResponseRenderer} read. Types nested in these are kept with them.
 * Each room names its own in such a class.
 */
@RegisterForReflection(targets = {BulkJson.class, ListJson.class, PagingParams.class, ProblemJson.class})
final class ReflectedTypes {

    private ReflectedTypes() {}
}
