/**
 * Accounts at other sites that users get in by: whose they are, and what happens when somebody
 * comes with one. How a site proves that somebody has an account there belongs to {@code
 * auth.oidc}.
 */
package io.masthead.user.social;
