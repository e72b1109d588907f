package io.masthead.user;

/**
 * An account as it was at another site.
 *
 * @param id the original one, kept if it is free; null for any
 * @param email null if unknown
 * @param role null for {@link Role#SUBSCRIBER}
 */
public record ImportedUser(Long id, String login, String email, String displayName, Role role) {}
