package io.masthead.api.v1.post;

import io.masthead.kernel.Patch;
import io.masthead.post.PostPatchRules;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a post or page as a client writes it. */
@Schema(name = "ContentInput", description = "The text of a post or page.")
record ContentInput(
        @Schema(
                maxLength = PostPatchRules.MAX_SOURCE,
                description = "The text in the given format.",
                examples = "The *ferry* is back.")
        Patch<String> source,

        @Schema(
                defaultValue = "markdown",
                examples = "markdown",
                description = "The format of the source; 'wordpress' is the format of WordPress' editors, classic or"
                        + " with blocks.")
        Patch<ContentFormat> format) {}
