package io.masthead.user;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;

/**
 * A user to create. Null fields get the defaults of a new user.
 *
 * @param login never changes
 * @param name the display name
 * @param slug null to make one from the name
 * @param biography inline HTML, which is cleaned
 * @param url an http or https address
 * @param avatarUrl an http or https address
 * @param role absent or null for {@link Role#SUBSCRIBER}
 * @param person null for no personal details
 */
public record NewUser(
        String login,
        String email,
        String name,
        String slug,
        String biography,
        String url,
        String avatarUrl,
        Patch<Role> role,
        Boolean suspended,
        Person person) {

    /** A user with a known role. */
    public NewUser(
            String login,
            String email,
            String name,
            String slug,
            String biography,
            String url,
            String avatarUrl,
            Role role,
            Boolean suspended,
            Person person) {
        this(login, email, name, slug, biography, url, avatarUrl, Patch.to(role), suspended, person);
    }

    /**
     * With its texts in the form in which they are stored.
     *
     * @param violations collects all but those that only the database knows, such as a login that is taken
     */
    public NewUser normalized(Violations violations) {
        var normalized = new NewUser(
                UserText.login(login, violations),
                UserText.email(email, violations),
                UserText.name(name, violations),
                UserText.slug(slug, violations),
                UserText.biography(biography, violations),
                UserText.address("website", url, violations),
                UserText.address("avatarUrl", avatarUrl, violations),
                role,
                suspended,
                person == null ? Person.UNKNOWN : UserText.person(person, violations));
        violations.addFault(role);
        return normalized;
    }
}
