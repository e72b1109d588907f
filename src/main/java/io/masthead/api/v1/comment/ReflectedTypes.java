package io.masthead.api.v1.comment;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            BulkCountJson.class,
            CommentChangesInput.class,
            CommentCountsJson.class,
            CommentFormJson.class,
            CommentHistoryJson.class,
            CommentInput.class,
            CommentJson.class,
            CommentListParams.class,
            CommentResource.class,
            CommentStatusesInput.class,
            CommentThreadParams.class,
            PageCommentResource.class,
            PostCommentResource.class,
            ReplyParams.class,
            ThreadEndpoint.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
