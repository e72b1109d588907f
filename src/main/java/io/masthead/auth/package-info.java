/**
 * Authenticates the credentials of a request to an {@code Actor}, and issues access tokens for sessions.
 * Sessions, tokens and passwords are in {@code user}; services check what an actor may do.
 */
package io.masthead.auth;
