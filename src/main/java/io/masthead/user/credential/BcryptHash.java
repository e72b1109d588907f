package io.masthead.user.credential;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A bcrypt hash as PHP makes it. Like PHP it knows of a password only the first 72 bytes, which is
 * all that such a hash can tell; the hash that replaces it at the first sign-in knows the whole.
 */
final class BcryptHash implements PasswordHash {

    private static final int MIN_COST = 4;

    /** PHP's own is 10, and 12 since 8.4; each step takes twice as long. */
    static final int MAX_COST = 13;

    // The last character of the salt has four bits that mean nothing; PHP leaves them zero, and
    // only so does the hash equal the one that is computed.
    private static final Pattern FORM = Pattern.compile("\\$2y\\$(\\d\\d)\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}");

    private final String stored;

    private BcryptHash(String stored) {
        this.stored = stored;
    }

    /** Empty for all other forms, and for a cost beyond {@link #MAX_COST}. */
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
