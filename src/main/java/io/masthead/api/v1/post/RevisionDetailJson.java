package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.user.AuthorJson;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.revision.RevisionComparison;
import io.masthead.post.revision.RevisionKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision with its text. */
@Schema(name = "RevisionDetail", description = "A revision of a post or page with its changes.")
record RevisionDetailJson(
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
        String title,

        @Schema(
                description = "The source; null if the excerpt is derived from the text.",
                nullable = true,
                examples = "After two winters the ferry runs again.")
        String excerpt,

        RevisionContentJson content,

        @Schema(nullable = true, description = "Null for the first revision.")
        RevisionDiffJson diff)
        implements Representation {

    static RevisionDetailJson of(RevisionComparison comparison, PermalinkBuilder urls) {
        var view = comparison.revision();
        var brief = RevisionJson.of(view.revision(), urls);
        return new RevisionDetailJson(
                brief.id(),
                brief.postId(),
                brief.kind(),
                brief.author(),
                brief.createdAt(),
                brief.title(),
                view.body().excerpt(),
                RevisionContentJson.of(view.body()),
                RevisionDiffJson.of(comparison));
    }

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }
}
