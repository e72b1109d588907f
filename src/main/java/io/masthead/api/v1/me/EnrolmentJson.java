package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.Enrolment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an authenticator is set up with. */
@Schema(name = "Enrolment", description = "What an authenticator is set up with; shown once.")
record EnrolmentJson(
        @Schema(description = "In base 32, to be typed.", examples = "JBSWY3DPEHPK3PXP…")
        String secret,

        @Schema(
                description = "The same for a QR code.",
                examples = "otpauth://totp/The%20Harbour%20Gazette:ada?secret=…")
        String uri)
        implements Representation {

    static EnrolmentJson of(Enrolment enrolment) {
        return new EnrolmentJson(enrolment.secret(), enrolment.uri());
    }
}
