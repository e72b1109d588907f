package io.masthead.api.v1.me;

import static io.masthead.user.credential.OwnedTokens.MAX_NAME;

import io.masthead.kernel.Patch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new application password. */
@Schema(name = "ApplicationPasswordInput", description = "An application password to create; the name is required.")
record ApplicationPasswordInput(
        @Schema(
                minLength = 1,
                maxLength = MAX_NAME,
                description = "A name of your choice for the password.",
                examples = "Phone")
        Patch<String> name,

        @Schema(
                nullable = true,
                format = "uuid",
                description = "The UUID of the program, the same on every site.",
                examples = "5d1a1d4e-0b4c-4c2e-9a53-7b8f7f3f7c55")
        Patch<String> appId) {}
