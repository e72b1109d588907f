/**
 * From the credentials of a request to the {@code Actor} behind it, and the access tokens that
 * stand for a session. Sessions, tokens and passwords themselves live in {@code user}; what an
 * actor may do is decided by each service.
 */
package io.masthead.auth;
