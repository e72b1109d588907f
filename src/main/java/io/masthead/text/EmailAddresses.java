package io.masthead.text;

import java.util.regex.Pattern;

/** What an e-mail address looks like, wherever somebody gives one. */
public final class EmailAddresses {

    /** The addresses that forms of browsers take: HTML, 4.10.5.1.5, and a dot in the domain. */
    private static final Pattern SYNTAX = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    /** RFC 5321, 4.5.3.1.3, without the brackets. */
    private static final int MAX_LENGTH = 254;

    private EmailAddresses() {}

    /** Whether mail could be sent there; says nothing of whether it would arrive. */
    public static boolean isValid(String address) {
        return address.length() <= MAX_LENGTH && SYNTAX.matcher(address).matches();
    }
}
