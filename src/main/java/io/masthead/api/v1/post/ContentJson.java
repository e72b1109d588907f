package io.masthead.api.v1.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.post.PostView;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a post or page. */
@Schema(name = "Content", description = "The text of a post or page.")
record ContentJson(
        @Schema(
                description = "Rendered and sanitized HTML; empty without the password of a protected post. In"
                        + " WordPress' format, <!--more--> and <!--nextpage--> are kept.",
                examples = "<p>The ferry is back.</p>")
        String html,

        @Schema(description = "The format of the source.", examples = "markdown")
        ContentFormat format,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The text as written; only for callers who may edit it.", examples = "The ferry is back.")
        String source) {

    /** Null if the text is not included. */
    static ContentJson of(PostView view) {
        var body = view.body();
        return body == null
                ? null
                : new ContentJson(
                        view.readable() ? view.html() : "",
                        body.format(),
                        view.editable() ? body.filteredSource() : null);
    }
}
