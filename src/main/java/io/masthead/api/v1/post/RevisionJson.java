package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.user.AuthorJson;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.revision.Revision;
import io.masthead.post.revision.RevisionKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision in a list. */
@Schema(name = "Revision", description = "A short form of a revision of a post or page.")
record RevisionJson(
        @Schema(examples = "31") long id,

        @Schema(description = "The id of the post or page.", examples = "12")
        long postId,

        @Schema(
                description = "'original': before the first change; 'revision': saved; 'autosave': unsaved.",
                examples = "revision")
        RevisionKind kind,

        @Schema(nullable = true, description = "The author; null if the user was deleted.")
        AuthorJson author,

        @Schema(description = "The time of saving.", examples = "2026-05-04T07:12:40Z")
        Instant createdAt,

        @Schema(description = "Plain text.", examples = "The ferry is back")
        String title)
        implements Representation {

    static RevisionJson of(Revision revision, PermalinkBuilder urls) {
        return new RevisionJson(
                revision.id(),
                revision.postId(),
                revision.kind(),
                revision.author() == null ? null : AuthorJson.of(revision.author(), urls),
                revision.createdAt(),
                revision.title());
    }

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }
}
