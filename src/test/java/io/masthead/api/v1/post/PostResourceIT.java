package io.masthead.api.v1.post;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on what is shipped. */
@QuarkusIntegrationTest
class PostResourceIT extends PostResourceTest {}
