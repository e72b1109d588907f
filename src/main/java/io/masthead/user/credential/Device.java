package io.masthead.user.credential;

/**
 * Where somebody signs in from.
 *
 * @param address the network address; empty where none is known
 * @param userAgent what the client calls itself; empty where it says nothing
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
