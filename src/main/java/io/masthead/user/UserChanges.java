package io.masthead.user;

import io.masthead.kernel.Change;

import java.util.Objects;

/**
 * What changes of a user.
 *
 * @param slug null makes a new one from the name
 * @param biography null empties it, as do {@code url} and {@code avatarUrl}
 */
public record UserChanges(
        Change<String> name,
        Change<String> slug,
        Change<String> biography,
        Change<String> url,
        Change<String> avatarUrl,
        Change<String> email,
        Change<Role> role,
        Change<Boolean> suspended,
        PersonChanges person) {

    /** One that leaves alone what is said of the person. */
    public UserChanges(
            Change<String> name,
            Change<String> slug,
            Change<String> biography,
            Change<String> url,
            Change<String> avatarUrl,
            Change<String> email,
            Change<Role> role,
            Change<Boolean> suspended) {
        this(name, slug, biography, url, avatarUrl, email, role, suspended, PersonChanges.NONE);
    }

    /**
     * The same without what leaves the account as it is: its e-mail address, role and suspension
     * sent back as they were read are no change, and take no more rights than none.
     */
    public UserChanges without(User same) {
        return new UserChanges(
                name,
                slug,
                biography,
                url,
                avatarUrl,
                unless(email, same.email()),
                unless(role, same.role()),
                unless(suspended, same.isSuspended()),
                person);
    }

    private static <T> Change<T> unless(Change<T> change, T same) {
        return change.isSet() && Objects.equals(change.value(), same) ? Change.absent() : change;
    }

    /** Whether it goes beyond the profile. */
    public boolean touchesAccount() {
        return email.isSet() || role.isSet() || suspended.isSet();
    }
}
