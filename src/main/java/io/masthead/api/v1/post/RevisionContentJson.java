package io.masthead.api.v1.post;

import io.masthead.post.revision.RevisionBody;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The source of a revision. */
@Schema(name = "RevisionContent", description = "The source of a revision.")
record RevisionContentJson(
        @Schema(description = "The format of the source.", examples = "markdown")
        ContentFormat format,

        @Schema(examples = "The *ferry* is back.") String source) {

    static RevisionContentJson of(RevisionBody body) {
        return new RevisionContentJson(body.format(), body.source());
    }
}
