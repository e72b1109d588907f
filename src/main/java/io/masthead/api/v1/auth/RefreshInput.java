package io.masthead.api.v1.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The refresh token of a session. */
@Schema(name = "RefreshInput", description = "The refresh token of a session.")
record RefreshInput(
        @Schema(
                nullable = true,
                minLength = 1,
                maxLength = RefreshInput.MAX_TOKEN,
                description = "The latest refresh token; absent if it is sent as a cookie.",
                examples = "mh_ref_…")
        String refreshToken) {

    static final int MAX_TOKEN = 100;
}
