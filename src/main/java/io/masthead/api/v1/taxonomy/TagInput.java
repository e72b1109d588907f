package io.masthead.api.v1.taxonomy;

import io.masthead.kernel.Patch;
import io.masthead.taxonomy.NewTerm;
import io.masthead.taxonomy.TermPatch;
import io.masthead.taxonomy.TermText;
import io.masthead.text.Slugs;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag as a client writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "TagInput",
        requiredProperties = {"name"},
        description = "A tag to create or change. A new one needs a name. In a PATCH, absent fields are"
                + " unchanged (RFC 7396).")
record TagInput(
        @Schema(
                minLength = 1,
                maxLength = TermText.MAX_NAME,
                description = "Plain text; unique among tags.",
                examples = "Ferries")
        Patch<String> name,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = Slugs.ALLOWED + "; null to make one from the name.",
                examples = "ferries")
        Patch<String> slug,

        @Schema(
                nullable = true,
                maxLength = TermText.MAX_DESCRIPTION,
                description = "HTML, which will be sanitized.",
                examples = "<p>All that floats.</p>")
        Patch<String> description,

        @Schema(
                nullable = true,
                description = "A JSON object with at most 100 names and 65,536 characters; a PATCH merges it into the"
                        + " current one.",
                examples = "{\"rating\": 4}")
        Patch<Map<String, Object>> customFields)
        implements TermEndpoint.Input {

    @Override
    public NewTerm toNewTerm() {
        return new NewTerm(name.value(), slug.value(), description.value(), null, customFields.value());
    }

    @Override
    public TermPatch toChanges() {
        return new TermPatch(name, slug, description, Patch.absent(), customFields);
    }
}
