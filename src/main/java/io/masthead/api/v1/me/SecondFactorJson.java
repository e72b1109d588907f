package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.FactorState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of two-step sign-in. */
@Schema(name = "SecondFactor", description = "The status of your two-step sign-in.")
record SecondFactorJson(
        @Schema(examples = "true") boolean on,

        @Schema(description = "The number of unused recovery codes.", examples = "10")
        int recoveryCodesLeft)
        implements Representation {

    static SecondFactorJson of(FactorState state) {
        return new SecondFactorJson(state.on(), state.recoveryCodesLeft());
    }
}
