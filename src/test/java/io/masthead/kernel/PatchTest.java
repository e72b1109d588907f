package io.masthead.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PatchTest {

    @Test
    void an_invalid_value_is_never_taken_for_a_cleared_one() {
        Patch<String> invalid = Patch.invalid(new FieldError("role", "invalid_value", "Choose a role."));

        assertThat(invalid.isSet()).isTrue();
        assertThat(invalid.differingFrom(null)).isSameAs(invalid);
        assertThatIllegalStateException().isThrownBy(() -> invalid.orKeep("author"));
        assertThatIllegalStateException().isThrownBy(() -> invalid.ifSet(value -> {}));
        assertThatIllegalStateException()
                .isThrownBy(() -> invalid.map(String::length).orKeep(1));
    }

    @Test
    void what_is_sent_back_unchanged_is_no_change() {
        assertThat(Patch.to("author").differingFrom("author").isSet()).isFalse();
        assertThat(Patch.to((String) null).differingFrom(null).isSet()).isFalse();
        assertThat(Patch.to("editor").differingFrom("author").orKeep("author")).isEqualTo("editor");
    }
}
