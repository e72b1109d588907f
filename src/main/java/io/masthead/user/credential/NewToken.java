package io.masthead.user.credential;

import io.masthead.kernel.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A token to issue.
 *
 * @param name a label for the owner
 * @param scopes what it grants, each once, with null for an unknown one; empty for an application password
 * @param expiresAt null if it never expires
 */
public record NewToken(String name, List<Scope> scopes, Instant expiresAt) {}
