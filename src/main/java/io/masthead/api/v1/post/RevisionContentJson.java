package io.masthead.api.v1.post;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.post.revision.RevisionBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a revision, as it was written. */
@Schema(name = "RevisionContent", description = "The text of a revision, as it was written.")
record RevisionContentJson(
        @Schema(
                description = "What the source is written in.",
                enumeration = {"markdown", "html", "wordpress"},
                examples = "markdown")
        String format,

        @Schema(examples = "The *ferry* is back.") String source) {

    static RevisionContentJson of(RevisionBody body) {
        return new RevisionContentJson(EnumCodec.of(body.format()), body.source());
    }
}
