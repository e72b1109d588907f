package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Representation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recovery codes on the wire. */
@Schema(
        name = "RecoveryCodes",
        description = "Recovery codes for a lost authenticator; each is valid once. Shown once.")
record RecoveryCodesJson(
        @Schema(type = SchemaType.ARRAY, examples = "[\"f8kq-2m3x-9wpt-7rja\"]")
        List<String> recoveryCodes) implements Representation {}
