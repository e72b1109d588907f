package io.masthead.api.v1.site;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            AuditEntryJson.class,
            AuditListParams.class,
            AuditResource.class,
            ErasureInput.class,
            ErasureJson.class,
            ImportJson.class,
            ImportOptionsInput.class,
            ImportResource.class,
            IndexJson.class,
            IndexResource.class,
            PersonalDataInput.class,
            PersonalDataJson.class,
            PrivacyResource.class,
            SettingsInput.class,
            SettingsJson.class,
            SettingsResource.class,
            SubmittedJson.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
