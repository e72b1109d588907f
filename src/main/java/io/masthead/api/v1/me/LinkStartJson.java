package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The start of linking an external account. */
@Schema(name = "LinkStart", description = "The start of linking an external account.")
record LinkStartJson(
        @Schema(
                description = "The URL to open in the browser, valid once and for five minutes; add 'returnTo' and"
                        + " 'challenge'.",
                examples = "https://cms.example/api/v1/auth/providers/google/start?ticket=mh_lnk_…")
        String url)
        implements Representation {

    @Override
    public boolean forOneCallerOnly() {
        return true;
    }
}
