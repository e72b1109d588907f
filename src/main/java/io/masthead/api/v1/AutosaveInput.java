package io.masthead.api.v1;

import io.masthead.kernel.Change;
import io.masthead.post.ContentChanges;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has written of a post or page and not saved yet. */
@Schema(
        name = "AutosaveInput",
        description = "What you have written so far; what is absent is as the post or page has it.")
record AutosaveInput(
        @Schema(
                implementation = String.class,
                maxLength = 500,
                description = "Plain text.",
                examples = "The ferry is back")
        Change<String> title,

        @Schema(implementation = ContentInput.class) Change<ContentInput> content,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 5_000,
                description = "Null derives it from the text.",
                examples = "After two winters the ferry runs again.")
        Change<String> excerpt) {

    ContentChanges toChanges() {
        var text = Inputs.content(content);
        return new ContentChanges(
                title, text.source(), Words.read(ContentFormat.class, "content/format", text.format()), excerpt);
    }
}
