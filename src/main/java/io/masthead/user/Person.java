package io.masthead.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Personal details of an account, visible to its owner and to administrators only. Unknown parts are empty.
 *
 * @param nickname what the person is called instead of the login
 * @param locale the person's language, as in {@code en_US}
 */
@Embeddable
public record Person(
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String nickname,
        String locale) {

    public static final Person UNKNOWN = new Person("", "", "", "");

    /** What to call a new user who says no name: the login only if there is no other. */
    public String displayName(String login) {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? login : name;
    }
}
