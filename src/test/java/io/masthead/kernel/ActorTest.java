package io.masthead.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final Actor OWNER = new Actor(1L, Set.of(Capability.EDIT_POSTS, Capability.MANAGE_SETTINGS));

    @Test
    void each_power_passes_some_scope() {
        assertThat(Arrays.stream(Scope.values())
                        .flatMap(scope -> scope.capabilities().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Capability.values());
    }

    @Test
    void signed_in_users_have_all_capabilities_of_their_role() {
        assertThat(OWNER.capabilities()).containsExactlyInAnyOrder(Capability.EDIT_POSTS, Capability.MANAGE_SETTINGS);
    }

    @Test
    void a_scope_restricts_the_role_and_adds_nothing() {
        var reader = OWNER.within(EnumSet.of(Scope.CONTENT_READ, Scope.USERS_WRITE));

        assertThat(reader.capabilities()).containsExactly(Capability.EDIT_POSTS);
        assertThat(reader.can(Capability.EDIT_USERS)).isFalse();
        assertThat(reader.within(EnumSet.allOf(Scope.class)).scopes())
                .as("scopes are never widened")
                .containsExactlyInAnyOrder(Scope.CONTENT_READ, Scope.USERS_WRITE);
    }

    @Test
    void callers_without_the_role_are_not_told_about_scopes() {
        var reader = OWNER.within(EnumSet.of(Scope.CONTENT_READ));

        assertRefused(
                () -> reader.require(Capability.IMPORT, Scope.IMPORTS_WRITE, "import content"),
                ErrorCode.FORBIDDEN,
                "You are not allowed to import content.");
        assertRefused(
                () -> reader.require(Capability.IMPORT, "import content"),
                ErrorCode.FORBIDDEN,
                "You are not allowed to import content.");
    }

    @Test
    void callers_with_an_insufficient_token_are_told_the_missing_scope() {
        var reader = OWNER.within(EnumSet.of(Scope.CONTENT_READ));

        assertRefused(
                () -> reader.require(Capability.MANAGE_SETTINGS, "change the settings"),
                ErrorCode.SCOPE_MISSING,
                "The token of this request lacks the scope settings:write.");
        assertRefused(
                () -> reader.require(Capability.EDIT_POSTS, Scope.CONTENT_WRITE, "write"),
                ErrorCode.SCOPE_MISSING,
                "The token of this request lacks the scope content:write.");
        assertRefused(
                () -> reader.require(Scope.ACCOUNT), ErrorCode.SCOPE_MISSING, "A token cannot do this; sign in first.");
    }

    @Test
    void a_guest_is_asked_to_sign_in_and_never_for_a_scope() {
        assertRefused(
                () -> Actor.ANONYMOUS.require(Capability.IMPORT, Scope.IMPORTS_WRITE, "import"),
                ErrorCode.UNAUTHENTICATED,
                "Sign in to import.");
        for (var scope : Scope.values()) {
            Actor.ANONYMOUS.require(scope);
        }
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .extracting(refusal -> ((CmsException) refusal).code())
                .isEqualTo(code);
    }
}
