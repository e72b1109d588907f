package io.masthead.user;

/**
 * An account as another site had it.
 *
 * @param id the original one, kept if it is free; null for any
 * @param email null where none is known
 * @param role null for {@link Role#SUBSCRIBER}
 */
public record ImportedUser(Long id, String login, String email, String displayName, Role role) {}
