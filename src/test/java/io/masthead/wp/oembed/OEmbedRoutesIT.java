package io.masthead.wp.oembed;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same on what is shipped. */
@Tag("native")
@QuarkusIntegrationTest
class OEmbedRoutesIT extends OEmbedRoutesTest {}
