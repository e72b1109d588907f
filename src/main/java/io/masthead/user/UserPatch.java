package io.masthead.user;

import io.masthead.kernel.Patch;

/**
 * What changes of a user.
 *
 * @param slug null makes a new one from the name
 * @param biography null empties it, as do {@code url} and {@code avatarUrl}
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

    /** One that leaves alone what is said of the person. */
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
     * What of it differs from what the user is. What is sent back as it was read is no change: it
     * takes no more rights than none, and breaks no rule.
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

    /** Whether it goes beyond the profile. */
    public boolean touchesAccount() {
        return email.isSet() || role.isSet() || suspended.isSet();
    }
}
