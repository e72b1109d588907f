package io.masthead.api.v1.me;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            AccountJson.class,
            ApiTokenInput.class,
            ApiTokenJson.class,
            ApplicationPasswordInput.class,
            ApplicationPasswordJson.class,
            ApplicationPasswordResource.class,
            CodeInput.class,
            EnrolmentJson.class,
            IdentityJson.class,
            LinkStartJson.class,
            MeInput.class,
            MeJson.class,
            MeResource.class,
            MyIdentityResource.class,
            MySessionResource.class,
            MyTokenResource.class,
            NewIdentityInput.class,
            PasswordInput.class,
            CurrentPasswordInput.class,
            RecoveryCodesJson.class,
            SecondFactorJson.class,
            SecondFactorResource.class,
            SessionJson.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
