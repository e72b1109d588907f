package io.masthead.api.v1.pattern;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same on what is shipped. */
@Tag("native")
@QuarkusIntegrationTest
class PatternResourceIT extends PatternResourceTest {}
