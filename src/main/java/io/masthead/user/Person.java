package io.masthead.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What an account says of the person behind it, to its owner and to administrators only. Each part
 * is empty where it is not told.
 *
 * @param nickname what the person is called instead of the login
 * @param locale the language to address the person in, as in {@code en_US}
 */
@Embeddable
public record Person(
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String nickname,
        String locale) {

    public static final Person UNTOLD = new Person("", "", "", "");
}
