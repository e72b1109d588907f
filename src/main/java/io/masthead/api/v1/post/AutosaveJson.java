package io.masthead.api.v1.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.Representation;
import io.masthead.post.revision.RevisionView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller has written and not saved yet. */
@Schema(name = "Autosave", description = "What you have written of a post or page and not saved yet.")
record AutosaveJson(
        @Schema(description = "Its id among the revisions.", examples = "33")
        long id,

        @Schema(description = "The post or page it is to become.", examples = "12")
        long postId,

        @Schema(description = "When it was kept last.", examples = "2026-05-04T07:12:40Z")
        Instant keptAt,

        @Schema(description = "Plain text.", examples = "The ferry is back")
        String title,

        @Schema(
                description = "As it was written; null where it is derived from the text.",
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
