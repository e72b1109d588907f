package io.masthead.api.v1.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.Representation;
import io.masthead.post.revision.RevisionView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's autosave on the wire. */
@Schema(name = "Autosave", description = "Your unsaved changes to a post or page.")
record AutosaveJson(
        @Schema(description = "The id of the revision that holds the autosave.", examples = "33")
        long id,

        @Schema(description = "The id of the post or page.", examples = "12")
        long postId,

        @Schema(description = "The time of the last autosave.", examples = "2026-05-04T07:12:40Z")
        Instant keptAt,

        @Schema(description = "Plain text.", examples = "The ferry is back")
        String title,

        @Schema(
                description = "The source; null if the excerpt is derived from the text.",
                nullable = true,
                examples = "After two winters the ferry runs again.")
        String excerpt,

        RevisionContentJson content,
        @JsonIgnore Integer rowVersion)
        implements Representation {

    static AutosaveJson of(RevisionView view) {
        var revision = view.revision();
        return new AutosaveJson(
                revision.id(),
                revision.postId(),
                revision.createdAt(),
                revision.title(),
                view.body().excerpt(),
                RevisionContentJson.of(view.body()),
                revision.version());
    }

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }
}
