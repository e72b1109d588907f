package io.masthead.api.v1.site;

import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of whom something is asked. */
@Schema(
        name = "PersonalDataInput",
        requiredProperties = {"email"},
        description = "Of whom something is asked.")
record PersonalDataInput(
        @Schema(
                minLength = 1,
                maxLength = PersonalData.MAX_EMAIL,
                description = "In any case.",
                examples = "ada@example.org")
        String email) {}
