package io.masthead.user;

import io.masthead.kernel.Patch;

/**
 * Changes to a user.
 *
 * @param slug null makes a new one from the name
 * @param biography null empties it, as it does {@code url} and {@code avatarUrl}
 */
public record UserPatch(
        Patch<String> name,
        Patch<String> slug,
        Patch<String> biography,
        Patch<String> url,
        Patch<String> avatarUrl,
        Patch<String> email,
        Patch<Role> role,
        Patch<Boolean> suspended,
        PersonPatch person) {

    /** A patch without changes to the personal details. */
    public UserPatch(
            Patch<String> name,
            Patch<String> slug,
            Patch<String> biography,
            Patch<String> url,
            Patch<String> avatarUrl,
            Patch<String> email,
            Patch<Role> role,
            Patch<Boolean> suspended) {
        this(name, slug, biography, url, avatarUrl, email, role, suspended, PersonPatch.NONE);
    }

    /**
     * The part of this patch that differs from the user. A value sent back as it was read is no change: it
     * needs no right and breaks no rule.
     */
    public UserPatch differingFrom(User user) {
        return new UserPatch(
                name.differingFrom(user.displayName()),
                slug.differingFrom(user.slug()),
                biography.differingFrom(user.biography()),
                url.differingFrom(user.url()),
                avatarUrl.differingFrom(user.avatarUrl()),
                email.differingFrom(user.email()),
                role.differingFrom(user.role()),
                suspended.differingFrom(user.isSuspended()),
                person.differingFrom(user.person()));
    }

    /** Whether it changes more than the profile. */
    public boolean touchesAccount() {
        return email.isSet() || role.isSet() || suspended.isSet();
    }
}
