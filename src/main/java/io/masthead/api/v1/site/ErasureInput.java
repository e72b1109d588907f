package io.masthead.api.v1.site;

import io.masthead.kernel.Patch;
import io.masthead.privacy.ErasureMode;
import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be forgotten. */
@Schema(
        name = "ErasureInput",
        requiredProperties = {"email"},
        description = "Who is to be forgotten.")
record ErasureInput(
        @Schema(
                minLength = 1,
                maxLength = PersonalData.MAX_EMAIL,
                description = "In any case.",
                examples = "ada@example.org")
        String email,

        @Schema(
                nullable = true,
                defaultValue = "anonymize",
                description = "Whether the comments stay without their author, or are deleted for" + " good.",
                examples = "anonymize")
        Patch<ErasureMode> comments) {}
