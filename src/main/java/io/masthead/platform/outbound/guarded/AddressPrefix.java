package io.masthead.platform.outbound.guarded;

import java.util.Arrays;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
final class AddressPrefix {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private final byte[] first;
    private final int bits;

    /** @param bits how many of the first bits all addresses of the block share */
    private AddressPrefix(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** @param text of IPv6 only groups before the {@code ::} may be given */
    static AddressPrefix of(String text) {
        var parts = text.split("/", -1);
        return new AddressPrefix(
                parts[0].contains(":") ? groups(parts[0]) : octets(parts[0]), Integer.parseInt(parts[1]));
    }

    private static byte[] octets(String text) {
        var bytes = new byte[V4_BYTES];
        var octets = text.split("\\.", -1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(octets[i]);
        }
        return bytes;
    }

    private static byte[] groups(String text) {
        var bytes = new byte[V6_BYTES];
        int at = 0;
        for (var group : text.replaceFirst("::$", "").split(":", -1)) {
            int value = group.isEmpty() ? 0 : Integer.parseInt(group, 16);
            bytes[at++] = (byte) (value >> Byte.SIZE);
            bytes[at++] = (byte) value;
        }
        return bytes;
    }

    /** @param address 4 or 16 bytes; those of the other length are in no block */
    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(address, 0, whole, first, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((address[whole] ^ first[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
}
