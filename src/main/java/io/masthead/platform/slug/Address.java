package io.masthead.platform.slug;

import java.util.Comparator;

/** A slug and its scope. */
public record Address(String scope, String slug) implements Comparable<Address> {

    private static final Comparator<Address> ORDER =
            Comparator.comparing(Address::scope).thenComparing(Address::slug);

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }
}
