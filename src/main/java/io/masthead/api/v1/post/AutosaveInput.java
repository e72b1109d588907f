package io.masthead.api.v1.post;

import io.masthead.kernel.Patch;
import io.masthead.post.PostPatchRules;
import io.masthead.post.patch.ContentPatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has written of a post or page and not saved yet. */
@Schema(
        name = "AutosaveInput",
        description = "What you have written so far; what is absent is as the post or page has it.")
record AutosaveInput(
        @Schema(maxLength = PostPatchRules.MAX_TITLE, description = "Plain text.", examples = "The ferry is back")
        Patch<String> title,

        Patch<ContentInput> content,

        @Schema(
                nullable = true,
                maxLength = PostPatchRules.MAX_EXCERPT,
                description = "Null derives it from the text.",
                examples = "After two winters the ferry runs again.")
        Patch<String> excerpt) {

    ContentPatch toChanges() {
        var text = Inputs.content(content);
        return new ContentPatch(title, text.source(), text.format(), excerpt);
    }
}
