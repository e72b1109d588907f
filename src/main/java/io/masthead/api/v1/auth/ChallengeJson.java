package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.SignIn;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A challenge on the wire. */
@Schema(name = "Challenge", description = "A challenge for a second proof of identity.")
record ChallengeJson(
        @Schema(description = "The challenge to send back with the proof.", examples = "mh_2nd_…")
        String challenge,

        @Schema(
                type = SchemaType.ARRAY,
                description =
                        "The accepted proofs: totp and recovery_code at /auth/second-factor, password at /auth/link.",
                examples = "[\"totp\", \"recovery_code\"]")
        List<String> methods,

        @Schema(description = "The lifetime of the challenge in seconds.", examples = "300")
        long expiresIn)
        implements Representation {

    static ChallengeJson of(SignIn.ChallengeRequired needed) {
        return new ChallengeJson(
                needed.challenge(),
                needed.methods().stream().map(EnumCodec::of).sorted().toList(),
                needed.lifetime().toSeconds());
    }
}
