package io.masthead.api.v1.pattern;

import io.masthead.kernel.Patch;
import io.masthead.pattern.PatternPatch;
import io.masthead.pattern.PatternService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pattern as a client writes it: all of a new one, or a merge patch. */
@Schema(
        name = "PatternInput",
        description = "A pattern to create or change. A new one needs both fields. In a PATCH, absent fields are"
                + " unchanged (RFC 7396).")
record PatternInput(
        @Schema(
                minLength = 1,
                maxLength = PatternService.MAX_TITLE,
                description = "Plain text.",
                examples = "Opening hours")
        Patch<String> title,

        @Schema(
                description = "The text in WordPress' format, with blocks and shortcodes.",
                examples = "<!-- wp:paragraph --><p>9 to 5</p><!-- /wp:paragraph -->")
        Patch<String> source) {

    PatternPatch toPatch() {
        return new PatternPatch(title, source);
    }
}
