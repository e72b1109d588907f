/**
 * Writes that a client may repeat without executing them twice. Features decide which operations support a key;
 * surfaces read it from the request.
 */
package io.masthead.platform.idempotency;
