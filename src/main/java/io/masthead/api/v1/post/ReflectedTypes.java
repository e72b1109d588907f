package io.masthead.api.v1.post;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            ArchiveResource.class,
            ArchivesJson.class,
            AutosaveEndpoint.class,
            AutosaveInput.class,
            AutosaveJson.class,
            BulkStatusInput.class,
            ContentInput.class,
            ContentJson.class,
            PageAutosaveResource.class,
            PageInput.class,
            PageJson.class,
            PageListParams.class,
            PageResource.class,
            PageRevisionResource.class,
            PostAutosaveResource.class,
            PostEndpoint.class,
            PostFilterParams.class,
            PostInput.class,
            PostJson.class,
            PostListParams.class,
            PostRefJson.class,
            PostResource.class,
            PostRevisionResource.class,
            RelatedPostJson.class,
            RevisionContentJson.class,
            RevisionDetailJson.class,
            RevisionDiffJson.class,
            RevisionEndpoint.class,
            RevisionJson.class,
            RevisionListParams.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
