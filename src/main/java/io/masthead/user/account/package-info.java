/**
 * Changes that people make to accounts: administrators to those of others, users to their own. The consequences
 * for passwords, sessions and tokens are applied here, so that {@code user} need not know them.
 */
package io.masthead.user.account;
