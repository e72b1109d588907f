package io.masthead.user;

/**
 * An account as it was at another site.
 *
 * @param id the original one, kept if it is free; null for any
 * @param email null if unknown
 * @param role null for {@link Role#SUBSCRIBER}
 * @param person details that fit the columns
 */
public record ImportedUser(Long id, String login, String email, String displayName, Role role, Person person) {

    /** Without personal details. */
    public ImportedUser(Long id, String login, String email, String displayName, Role role) {
        this(id, login, email, displayName, role, Person.UNKNOWN);
    }
}
