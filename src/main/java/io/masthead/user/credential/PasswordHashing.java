package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hashes and verifies passwords in a time that reveals nothing. */
@Singleton
class PasswordHashing {

    private final HashFormats formats;
    private final HashingBulkhead bulkhead;

    PasswordHashing(HashFormats formats, HashingBulkhead bulkhead) {
        this.formats = formats;
        this.bulkhead = bulkhead;
    }

    /**
     * The result of comparing a password with a hash.
     *
     * @param replacement the hash that should replace the stored one; null if that one is current
     */
    record Comparison(boolean right, String replacement) {

        private static final Comparison WRONG = new Comparison(false, null);
    }

    /** @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once */
    String hash(String password) {
        return bulkhead.run(() -> formats.hash(password));
    }

    /** @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once */
    void requireCapacity() {
        bulkhead.requireCapacity();
    }

    /**
     * Always costs one Argon2id hash, with or without a stored hash. A hash of another format or an older cost
     * adds its own time, whether it matches or not.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once
     */
    Comparison compare(Optional<String> stored, String password) {
        boolean possible = PasswordRules.isPossible(password);
        // Text that cannot be a password costs as much as any other.
        var tried = possible ? password : "";
        return bulkhead.run(() -> {
            boolean right = stored.isPresent() && formats.matches(stored.get(), tried);
            if (stored.isPresent() && formats.isCurrent(stored.get())) {
                return right && possible ? new Comparison(true, null) : Comparison.WRONG;
            }
            var replacement = formats.hash(tried);
            return right && possible ? new Comparison(true, replacement) : Comparison.WRONG;
        });
    }
}
