package io.masthead.api.v1.post;

import io.masthead.kernel.Patch;
import io.masthead.post.PostPatchRules;
import io.masthead.post.patch.ContentPatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The content of an autosave as a client sends it. */
@Schema(name = "AutosaveInput", description = "The unsaved content; absent fields are those of the post or page.")
record AutosaveInput(
        @Schema(maxLength = PostPatchRules.MAX_TITLE, description = "Plain text.", examples = "The ferry is back")
        Patch<String> title,

        Patch<ContentInput> content,

        @Schema(
                nullable = true,
                maxLength = PostPatchRules.MAX_EXCERPT,
                description = "Null to derive it from the text.",
                examples = "After two winters the ferry runs again.")
        Patch<String> excerpt) {

    ContentPatch toChanges() {
        var text = Inputs.content(content);
        return new ContentPatch(title, text.source(), text.format(), excerpt);
    }
}
