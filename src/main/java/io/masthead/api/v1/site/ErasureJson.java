package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Representation;
import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of an erasure. */
@Schema(name = "Erasure", description = "The result of an erasure.")
record ErasureJson(
        @Schema(description = "The number of comments.", examples = "12")
        int comments,

        @Schema(description = "Whether more remain; repeat the request.", examples = "false")
        boolean more,

        @Schema(description = "Whether an account has the e-mail address; its data stays.", examples = "false")
        boolean account)
        implements Representation {

    static ErasureJson of(PersonalData.Erasure erasure) {
        return new ErasureJson(erasure.comments(), erasure.more(), erasure.account());
    }
}
