package io.masthead.api.v1.auth;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Types of this package that a native executable keeps for reflection: see the package {@code http}. */
@RegisterForReflection(
        targets = {
            AuthResource.class,
            ChallengeJson.class,
            ExchangeInput.class,
            ExchangeResource.class,
            LinkInput.class,
            LoginInput.class,
            PasswordResetResource.class,
            ProviderJson.class,
            ProviderResource.class,
            RefreshInput.class,
            ResetInput.class,
            ResetRequestInput.class,
            SecondFactorInput.class,
            SignedInJson.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
