package io.masthead.api.v1.redirect;

import io.masthead.api.v1.http.Representation;
import io.masthead.permalink.redirect.ListedRedirect;
import io.masthead.permalink.redirect.RedirectMatch;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All redirects, on the wire. */
@Schema(name = "Redirects", description = "All redirects; the first that matches a path counts.")
record RedirectListJson(List<ListedRedirectJson> items) implements Representation {

    /** A redirect in the list. */
    @Schema(
            name = "ListedRedirect",
            description = "A redirect of a path of the site, made by hand, by a new slug or by new permalink settings.")
    record ListedRedirectJson(
            @Schema(
                    description = "Null for that of a former slug or former permalink settings.",
                    nullable = true,
                    examples = "3")
            Long id,

            @Schema(description = "A decoded path, without a slash at its end.", examples = "/old-page")
            String source,

            @Schema(examples = "exact") RedirectMatch match,

            @Schema(
                    description = "An absolute URL; null with the status 410.",
                    nullable = true,
                    format = "uri",
                    examples = "https://news.example/new-page/")
            String target,

            @Schema(examples = "301") int status,
            @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt) {

        private static ListedRedirectJson of(ListedRedirect redirect) {
            return new ListedRedirectJson(
                    redirect.id(),
                    redirect.source(),
                    redirect.match(),
                    redirect.target(),
                    redirect.status(),
                    redirect.updatedAt());
        }
    }

    static RedirectListJson of(List<ListedRedirect> redirects) {
        return new RedirectListJson(
                redirects.stream().map(ListedRedirectJson::of).toList());
    }
}
