/**
 * Writes that a client may repeat without doing them twice. Which operations honour a key is
 * decided by the features; how the key travels, by the surfaces.
 */
package io.masthead.platform.idempotency;
