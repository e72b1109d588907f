/**
 * HTTP requests to other servers: the client, and the limits on responses. Each remote service's own package
 * decides what is sent.
 */
package io.masthead.platform.outbound;
