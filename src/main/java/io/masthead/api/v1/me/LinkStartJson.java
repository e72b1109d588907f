package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the caller's browser adds an account elsewhere. */
@Schema(name = "LinkStart", description = "Where the caller's browser adds an account elsewhere.")
record LinkStartJson(
        @Schema(
                description = "Good once, for five minutes; 'returnTo' and 'challenge' are to be" + " added.",
                examples = "https://cms.example/api/v1/auth/providers/google/start?ticket=mh_lnk_…")
        String url)
        implements Representation {

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }
}
