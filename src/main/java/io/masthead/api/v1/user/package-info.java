/**
 * User profiles, user management and references to authors. The caller's own account is part of
 * {@code me}.
 */
package io.masthead.api.v1.user;
