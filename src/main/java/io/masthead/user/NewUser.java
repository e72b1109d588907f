package io.masthead.user;

/**
 * A user to be. What is null gets what a new user has.
 *
 * @param login never changes
 * @param name what readers know the user by
 * @param slug null where it is to be made from the name
 * @param biography plain text
 * @param url an http or https address
 * @param avatarUrl an http or https address
 * @param role null for {@link Role#SUBSCRIBER}
 * @param person null where nothing is told of it
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
