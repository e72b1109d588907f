/**
 * Changes of accounts as people make them: administrators those of others, everybody the own one.
 * Passwords, sessions and secrets follow from them here, so that {@code user} need not know of any.
 */
package io.masthead.user.account;
