package io.masthead.api.v1.redirect;

import io.masthead.permalink.redirect.BulkRedirects;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of imported redirects, on the wire. */
@Schema(name = "RedirectImport", description = "What became of imported redirects.")
record RedirectImportJson(
        @Schema(description = "The number of new redirects.", examples = "40")
        int created,

        @Schema(description = "The number of those that were here already.", examples = "2")
        int unchanged,

        @Schema(description = "Those that were not taken over.")
        List<SkippedRedirectJson> skipped) {

    /** A redirect that was not taken over. */
    @Schema(name = "SkippedRedirect", description = "A redirect that was not taken over.")
    record SkippedRedirectJson(
            @Schema(examples = "/blog/(.*)") String source,

            @Schema(examples = "It matches by a regular expression; make a prefix of it by hand.")
            String reason) {}

    static RedirectImportJson of(BulkRedirects.Outcome outcome) {
        return new RedirectImportJson(
                outcome.created(),
                outcome.unchanged(),
                outcome.skipped().stream()
                        .map(skipped -> new SkippedRedirectJson(skipped.source(), skipped.reason()))
                        .toList());
    }
}
