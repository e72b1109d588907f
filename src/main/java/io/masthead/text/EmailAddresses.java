package io.masthead.text;

import java.util.regex.Pattern;

/** The syntax of e-mail addresses. */
public final class EmailAddresses {

    /** The addresses that browser forms accept (HTML, 4.10.5.1.5), with a dot in the domain. */
    private static final Pattern SYNTAX = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    /** RFC 5321, 4.5.3.1.3, without the brackets. */
    private static final int MAX_LENGTH = 254;

    private EmailAddresses() {}

    /** Whether it has the syntax of an address; it may not exist. */
    public static boolean isValid(String address) {
        return address.length() <= MAX_LENGTH && SYNTAX.matcher(address).matches();
    }
}
