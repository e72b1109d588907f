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

/** The comments on a page. */
@Path("/api/v1/pages")
@Tag(name = "Comments")
class PageCommentResource extends ThreadEndpoint {

    PageCommentResource(
            CommentService comments,
            CommentQueries queries,
            CommentFormService forms,
            Permalinks permalinks,
            CurrentActor actor,
            CurrentClient client,
            RequestBody body) {
        super(PostType.PAGE, comments, queries, forms, permalinks, actor, client, body);
    }
}
