package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.Enrolment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The secret of an authenticator on the wire. */
@Schema(name = "Enrolment", description = "The secret of an authenticator; shown once.")
record EnrolmentJson(
        @Schema(description = "The secret in base 32, for typing.", examples = "JBSWY3DPEHPK3PXP…")
        String secret,

        @Schema(
                description = "The secret as a URI, for a QR code.",
                examples = "otpauth://totp/The%20Harbour%20Gazette:ada?secret=…")
        String uri)
        implements Representation {

    static EnrolmentJson of(Enrolment enrolment) {
        return new EnrolmentJson(enrolment.secret(), enrolment.uri());
    }
}
