package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes hashes and compares with them, so that the time it takes tells nothing. */
@Singleton
class PasswordHashing {

    private final HashFormats formats;
    private final HashingBulkhead gate;

    PasswordHashing(HashFormats formats, HashingBulkhead gate) {
        this.formats = formats;
        this.gate = gate;
    }

    /**
     * What comes of comparing a password with a hash.
     *
     * @param successor the hash to keep from now on; null where the present one is good enough
     */
    record Comparison(boolean right, String successor) {

        private static final Comparison WRONG = new Comparison(false, null);
    }

    /**
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    String make(String password) {
        return gate.pass(() -> formats.make(password));
    }

    /**
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    void requirePlace() {
        gate.requirePlace();
    }

    /**
     * Costs one Argon2id hash, whether there is something to compare with or not. A hash of another
     * kind or an older cost comes on top of that, and is the same whether it matches or not.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    Comparison compare(Optional<String> stored, String password) {
        boolean possible = PasswordRules.isPossible(password);
        // What cannot be a password costs what another one does.
        var tried = possible ? password : "";
        return gate.pass(() -> {
            boolean right = stored.isPresent() && formats.matches(stored.get(), tried);
            if (stored.isPresent() && formats.isCurrent(stored.get())) {
                return right && possible ? new Comparison(true, null) : Comparison.WRONG;
            }
            var successor = formats.make(tried);
            return right && possible ? new Comparison(true, successor) : Comparison.WRONG;
        });
    }
}
