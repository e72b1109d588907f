package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Representation;
import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was forgotten. */
@Schema(name = "Erasure", description = "What was forgotten.")
record ErasureJson(
        @Schema(description = "How many comments.", examples = "12")
        int comments,

        @Schema(description = "Whether there are more, for which to ask once more.", examples = "false")
        boolean more,

        @Schema(description = "Whether an account has the address; its own data stays.", examples = "false")
        boolean account)
        implements Representation {

    static ErasureJson of(PersonalData.Erasure erasure) {
        return new ErasureJson(erasure.comments(), erasure.more(), erasure.account());
    }
}
