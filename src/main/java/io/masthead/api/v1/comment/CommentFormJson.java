package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Representation;
import io.masthead.comment.spam.CommentForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The properties of a comment form. */
@Schema(name = "CommentForm", description = "The properties of a comment form.")
record CommentFormJson(
        @Schema(description = "Whether the caller can comment now.", examples = "true")
        boolean open,

        @Schema(description = "Whether only signed-in users can comment.", examples = "false")
        boolean signInRequired,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        boolean nameRequired,

        @Schema(
                description =
                        "The minimum time in seconds between form and comment for guests; earlier comments are spam.",
                examples = "3")
        int minSeconds,

        @Schema(description = "The time in seconds in which authors can change a comment.", examples = "300")
        int editSeconds,

        @Schema(
                description = "The token to send as 'formToken'; valid for this post and one day.",
                examples = "1763884800.mYbKQ")
        String token)
        implements Representation {

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }

    static CommentFormJson of(CommentForm form) {
        return new CommentFormJson(
                form.open(),
                form.signInRequired(),
                form.nameRequired(),
                form.minSeconds(),
                form.editSeconds(),
                form.token());
    }
}
