package io.masthead.api.v1.taxonomy;

import io.masthead.kernel.Patch;
import io.masthead.taxonomy.NewTerm;
import io.masthead.taxonomy.TermPatch;
import io.masthead.taxonomy.TermText;
import io.masthead.text.Slugs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category as a client writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "CategoryInput",
        description =
                "What a category is to be; a new one needs a name. In a PATCH, what is absent stays" + " (RFC 7396).")
record CategoryInput(
        @Schema(
                minLength = 1,
                maxLength = TermText.MAX_NAME,
                description = "Plain text; no two below one parent share it.",
                examples = "Harbour")
        Patch<String> name,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = "Lower-case letters, digits, emoji, hyphens and underscores; null"
                        + " makes one from the name.",
                examples = "harbour")
        Patch<String> slug,

        @Schema(
                nullable = true,
                maxLength = TermText.MAX_DESCRIPTION,
                description = "HTML, which is cleaned.",
                examples = "<p>All that floats.</p>")
        Patch<String> description,

        @Schema(
                nullable = true,
                minimum = "1",
                description = "The category above it; null for the top.",
                examples = "2")
        Patch<Long> parentId)
        implements TermEndpoint.Input {

    @Override
    public NewTerm toNewTerm() {
        return new NewTerm(name.value(), slug.value(), description.value(), parentId.value());
    }

    @Override
    public TermPatch toChanges() {
        return new TermPatch(name, slug, description, parentId);
    }
}
