package io.masthead.api.v1.pattern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.Representation;
import io.masthead.pattern.Pattern;
import io.masthead.text.DynamicBlock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pattern on the wire. */
@Schema(name = "Pattern", description = "A part of texts that is written once and shown in many posts.")
record PatternJson(
        @Schema(description = "By which posts refer to it: <!-- wp:block {\"ref\":130} /-->.", examples = "130")
        long id,

        @Schema(description = "Plain text.", examples = "Opening hours")
        String title,

        @Schema(
                description = "The text as written, in WordPress' format.",
                examples = "<!-- wp:paragraph --><p>9 to 5</p><!-- /wp:paragraph -->")
        String source,

        @Schema(
                description = "Rendered and sanitized HTML, without galleries and lists, which posts show.",
                examples = "<p class=\"wp-block-paragraph\">9 to 5</p>")
        String html,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,

        @JsonIgnore Integer rowVersion,
        @JsonIgnore boolean forOneCallerOnly)
        implements Representation {

    static PatternJson of(Pattern pattern) {
        return new PatternJson(
                pattern.id(),
                pattern.title(),
                pattern.source(),
                DynamicBlock.without(pattern.html()),
                pattern.createdAt(),
                pattern.updatedAt(),
                pattern.version(),
                true);
    }
}
