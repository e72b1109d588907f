package io.masthead.api.v1.site;

import io.masthead.privacy.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person whose data is exported. */
@Schema(
        name = "PersonalDataInput",
        requiredProperties = {"email"},
        description = "The person whose data is exported.")
record PersonalDataInput(
        @Schema(
                minLength = 1,
                maxLength = PersonalData.MAX_EMAIL,
                description = "The e-mail address; case is ignored.",
                examples = "ada@example.org")
        String email) {}
