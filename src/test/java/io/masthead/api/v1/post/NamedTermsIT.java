package io.masthead.api.v1.post;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same on what is shipped. */
@Tag("native")
@QuarkusIntegrationTest
class NamedTermsIT extends NamedTermsTest {}
