/**
 * From the credentials of a request to the {@code Actor} behind it. The tokens themselves live in
 * {@code user}; what an actor may do is decided by each service.
 */
package io.masthead.auth;
