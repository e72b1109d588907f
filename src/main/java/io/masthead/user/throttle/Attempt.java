package io.masthead.user.throttle;

/**
 * An attempt that {@link LoginRateLimiter#begin} has counted.
 *
 * @param account the case-folded name that it counts for
 * @param network the network that it counts for, as {@link ClientNetwork} writes it
 * @param known whether the owner of the account has signed in from the network before
 */
public record Attempt(AttemptKind kind, String account, String network, boolean known) {}
