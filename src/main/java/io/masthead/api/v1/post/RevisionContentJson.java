package io.masthead.api.v1.post;

import io.masthead.post.revision.RevisionBody;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a revision, as it was written. */
@Schema(name = "RevisionContent", description = "The text of a revision, as it was written.")
record RevisionContentJson(
        @Schema(description = "What the source is written in.", examples = "markdown")
        ContentFormat format,

        @Schema(examples = "The *ferry* is back.") String source) {

    static RevisionContentJson of(RevisionBody body) {
        return new RevisionContentJson(body.format(), body.source());
    }
}
