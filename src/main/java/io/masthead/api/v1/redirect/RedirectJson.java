package io.masthead.api.v1.redirect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.Representation;
import io.masthead.permalink.redirect.Redirect;
import io.masthead.permalink.redirect.RedirectMatch;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A redirect that an administrator made, on the wire. */
@Schema(name = "Redirect", description = "A redirect of a path of the site.")
record RedirectJson(
        @Schema(examples = "3") long id,

        @Schema(description = "A decoded path, without a slash at its end.", examples = "/old-page")
        String source,

        @Schema(examples = "exact") RedirectMatch match,

        @Schema(
                description = "A path of the site, or an absolute URL; null with the status 410.",
                nullable = true,
                examples = "/new-page/")
        String target,

        @Schema(description = "301, 302, 307, 308 or 410.", examples = "301")
        int status,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,
        @JsonIgnore Integer rowVersion)
        implements Representation {

    static RedirectJson of(Redirect redirect) {
        return new RedirectJson(
                redirect.id(),
                "/" + redirect.source(),
                redirect.match(),
                redirect.target(),
                redirect.status(),
                redirect.createdAt(),
                redirect.updatedAt(),
                redirect.version());
    }
}
