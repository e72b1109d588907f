package io.masthead.api.v1.http;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Types that a native executable keeps for reflection: bodies, which {@link WireJson} reads and writes
 * without Quarkus, and resources with their parameters, whose annotations {@link KnownParameters} and
 * {@link ResponseRenderer} read. Nested types are included. Each package has such a class.
 */
@RegisterForReflection(targets = {BulkJson.class, ListJson.class, PagingParams.class, ProblemJson.class})
final class ReflectedTypes {

    private ReflectedTypes() {}
}
