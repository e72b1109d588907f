package io.masthead.user.credential;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A bcrypt hash as PHP makes it. Like PHP it ignores everything after the first 72 bytes of a password; the
 * hash that replaces it at the first sign-in covers all of it.
 */
final class BcryptHash implements PasswordHash {

    private static final int MIN_COST = 4;

    /** PHP's default is 10, and 12 since 8.4; each step doubles the time. */
    static final int MAX_COST = 13;

    // The last character of the salt has four unused bits. PHP leaves them zero, and only then does the stored
    // hash equal the computed one.
    private static final Pattern FORM = Pattern.compile("\\$2y\\$(\\d\\d)\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}");

    private final String stored;

    private BcryptHash(String stored) {
        this.stored = stored;
    }

    /** Empty for all other formats, and for a cost beyond {@link #MAX_COST}. */
    static Optional<BcryptHash> parse(String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(form.group(1));
        return cost >= MIN_COST && cost <= MAX_COST ? Optional.of(new BcryptHash(stored)) : Optional.empty();
    }

    @Override
    public boolean matches(String password) {
        return OpenBSDBCrypt.checkPassword(stored, password.getBytes(StandardCharsets.UTF_8));
    }
}
