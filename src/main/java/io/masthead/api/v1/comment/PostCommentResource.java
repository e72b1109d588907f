package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.RequestBody;
import io.masthead.auth.CurrentActor;
import io.masthead.comment.CommentService;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.spam.CommentFormService;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostType;
import io.masthead.web.CurrentClient;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The comments on a post. */
@Path("/api/v1/posts")
@Tag(name = "Comments", description = "Comments on posts and pages.")
class PostCommentResource extends ThreadEndpoint {

    PostCommentResource(
            CommentService comments,
            CommentQueries queries,
            CommentFormService forms,
            Permalinks permalinks,
            CurrentActor actor,
            CurrentClient client,
            RequestBody body) {
        super(PostType.POST, comments, queries, forms, permalinks, actor, client, body);
    }
}
