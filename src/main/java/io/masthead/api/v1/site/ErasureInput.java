package io.masthead.api.v1.site;

import io.masthead.kernel.Patch;
import io.masthead.privacy.ErasureMode;
import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person whose data is erased. */
@Schema(
        name = "ErasureInput",
        requiredProperties = {"email"},
        description = "The person whose data is erased.")
record ErasureInput(
        @Schema(
                minLength = 1,
                maxLength = PersonalData.MAX_EMAIL,
                description = "The e-mail address; case is ignored.",
                examples = "ada@example.org")
        String email,

        @Schema(
                nullable = true,
                defaultValue = "anonymize",
                description = "Whether to anonymize the comments or to delete them permanently.",
                examples = "anonymize")
        Patch<ErasureMode> comments) {}
