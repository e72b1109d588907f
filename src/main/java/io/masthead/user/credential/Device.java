package io.masthead.user.credential;

/**
 * The client of a sign-in.
 *
 * @param address the network address; empty if unknown
 * @param userAgent the User-Agent header; empty if absent
 */
public record Device(String address, String userAgent) {

    private static final int MAX_ADDRESS = 45;
    private static final int MAX_USER_AGENT = 300;

    public Device {
        address = cut(address, MAX_ADDRESS);
        userAgent = cut(userAgent, MAX_USER_AGENT);
    }

    private static String cut(String text, int most) {
        var storable = text.replace("\u0000", "");
        return storable.length() <= most ? storable : storable.substring(0, most);
    }
}
