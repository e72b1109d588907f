package io.masthead.user.credential;

import io.masthead.kernel.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A token as its owner wants it.
 *
 * @param name what the owner will know it by
 * @param scopes what it may be used for, each once; empty for an application password
 * @param expiresAt null where it serves until it is revoked
 */
public record NewToken(String name, List<Scope> scopes, Instant expiresAt) {}
