package io.masthead.api.v1.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session that is to go on, or to end. */
@Schema(name = "RefreshInput", description = "A session that is to go on, or to end.")
record RefreshInput(
        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = RefreshInput.MAX_TOKEN,
                description = "Of the last answer; absent where it came as a cookie.",
                examples = "mh_ref_…")
        String refreshToken) {

    static final int MAX_TOKEN = 100;
}
