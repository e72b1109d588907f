package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.SignIn;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is missing for a session. */
@Schema(name = "Challenge", description = "A second proof that the account asks for.")
record ChallengeJson(
        @Schema(description = "To be sent back with the proof.", examples = "mh_2nd_…")
        String challenge,

        @Schema(
                type = SchemaType.ARRAY,
                description = "What serves as the proof: totp and recovery_code at"
                        + " /auth/second-factor, password at /auth/link.",
                examples = "[\"totp\", \"recovery_code\"]")
        List<String> methods,

        @Schema(description = "Seconds in which to do it.", examples = "300")
        long expiresIn)
        implements Representation {

    static ChallengeJson of(SignIn.ChallengeRequired needed) {
        return new ChallengeJson(
                needed.challenge(),
                needed.methods().stream().map(EnumCodec::of).sorted().toList(),
                needed.lifetime().toSeconds());
    }
}
