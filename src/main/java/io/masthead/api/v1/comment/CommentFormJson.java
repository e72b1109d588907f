package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Representation;
import io.masthead.comment.spam.CommentForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a comment form must ask. */
@Schema(name = "CommentForm", description = "What a front end needs to show a comment form.")
record CommentFormJson(
        @Schema(description = "Whether the caller may comment here now.", examples = "true")
        boolean open,

        @Schema(description = "Whether only users may comment.", examples = "false")
        boolean signInRequired,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        boolean nameRequired,

        @Schema(
                description = "How many seconds a guest must have the form; what comes sooner is" + " spam.",
                examples = "3")
        int minSeconds,

        @Schema(description = "How many seconds an author may change a comment.", examples = "300")
        int editSeconds,

        @Schema(
                description = "To be sent as 'formToken'; good for this post and for a day.",
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
