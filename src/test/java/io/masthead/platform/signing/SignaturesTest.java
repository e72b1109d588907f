package io.masthead.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.ExhaustedPool;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class SignaturesTest {

    @Inject
    Signatures signatures;

    @Inject
    SigningKeyRepository keys;

    @Test
    void a_signature_is_valid_for_its_use_and_its_text() {
        var use = Blog.unique("use");
        var signature = signatures.sign(use, "a text");

        assertThat(signature).hasSize(43);
        assertThat(signatures.isValid(use, "a text", signature)).isTrue();
        assertThat(signatures.isValid(use, "another text", signature)).isFalse();
        assertThat(signatures.isValid(Blog.unique("use"), "a text", signature)).isFalse();
    }

    @Test
    void the_first_use_of_a_key_needs_no_connection_of_the_pool() throws Exception {
        var use = Blog.unique("use");

        var signature = ExhaustedPool.during(() -> signatures.sign(use, "a text"));

        assertThat(signatures.isValid(use, "a text", signature)).isTrue();
        assertThat(keys.obtain(use)).isEqualTo(keys.obtain(use));
    }
}
