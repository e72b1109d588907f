package io.masthead.web.limit;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same on the packaged server. */
@Tag("native")
@QuarkusIntegrationTest
class FramingIT extends FramingTest {}
