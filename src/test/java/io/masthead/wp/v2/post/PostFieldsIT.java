package io.masthead.wp.v2.post;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same on what is shipped. */
@Tag("native")
@QuarkusIntegrationTest
class PostFieldsIT extends PostFieldsTest {}
