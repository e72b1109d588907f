/**
 * Accounts at other sites that users sign in with: who owns them, and what happens at a login. How a site
 * proves an identity belongs to {@code auth.oidc}.
 */
package io.masthead.user.social;
