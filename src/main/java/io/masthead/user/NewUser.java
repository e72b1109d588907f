package io.masthead.user;

/**
 * A user to create. Null fields get the defaults of a new user.
 *
 * @param login never changes
 * @param name the display name
 * @param slug null to make one from the name
 * @param biography plain text
 * @param url an http or https address
 * @param avatarUrl an http or https address
 * @param role null for {@link Role#SUBSCRIBER}
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
        Role role,
        Boolean suspended,
        Person person) {}
