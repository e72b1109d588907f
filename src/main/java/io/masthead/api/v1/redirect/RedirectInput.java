package io.masthead.api.v1.redirect;

import io.masthead.kernel.Patch;
import io.masthead.permalink.redirect.RedirectMatch;
import io.masthead.permalink.redirect.RedirectPatch;
import io.masthead.permalink.redirect.RedirectRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redirect as a client writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "RedirectInput",
        description = "A redirect to create or change. A new one needs a source, and a target unless its status is 410."
                + " In a PATCH, absent fields are unchanged (RFC 7396).")
record RedirectInput(
        @Schema(
                minLength = 1,
                maxLength = RedirectRules.MAX_LENGTH,
                description = "A path of the site, percent-encoded or not, or its URL. An exact one may have a query.",
                examples = "/old-page/")
        Patch<String> source,

        @Schema(
                defaultValue = "exact",
                description = "'prefix' is for all paths below the source too, whose rest is appended to the target.",
                examples = "exact")
        Patch<RedirectMatch> match,

        @Schema(
                nullable = true,
                maxLength = RedirectRules.MAX_LENGTH,
                description = "A path of the site that begins with a slash, or an absolute http or https URL. Redirects"
                        + " must not lead in a circle; where one leads to another, /api/v1/resolve sends readers to the"
                        + " end. That of a prefix has no query and no fragment.",
                examples = "/new-page/")
        Patch<String> target,

        @Schema(defaultValue = "301", description = "301, 302, 307, 308, or 410 for what is gone.", examples = "301")
        Patch<Integer> status) {

    RedirectPatch toPatch() {
        return new RedirectPatch(source, match, target, status);
    }
}
