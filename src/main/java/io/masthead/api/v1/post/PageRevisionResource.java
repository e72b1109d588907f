package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.auth.CurrentActor;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.revision.RevisionService;
import io.masthead.user.Role;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The revisions of a page. */
@Path("/api/v1/pages")
@Tag(name = "Revisions", description = "Earlier versions and autosaves of posts and pages.")
@Access(role = Role.EDITOR)
class PageRevisionResource extends RevisionEndpoint<PageJson> {

    PageRevisionResource(RevisionService revisions, PostQueries posts, Permalinks permalinks, CurrentActor actor) {
        super(PostType.PAGE, PageJson::of, revisions, posts, permalinks, actor);
    }
}
