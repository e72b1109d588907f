package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.platform.db.Transactions;
import io.masthead.text.TextRules;
import io.masthead.user.User;
import io.masthead.user.UserEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/**
 * Stores the passwords of users as hashes. Hashing takes long, so it runs outside of transactions and holds no
 * connection: call {@link #hash} first and then {@link #store} in the transaction of the change.
 */
@ApplicationScoped
public class Passwords {

    /** Not the id of a user: ids begin with 1. */
    private static final long NOBODY = 0;

    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final PasswordRepository hashes;
    private final UserEvents events;
    private final Clock clock;

    Passwords(PasswordRules rules, PasswordHashing hashing, PasswordRepository hashes, UserEvents events, Clock clock) {
        this.rules = rules;
        this.hashing = hashing;
        this.hashes = hashes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses early, before statements are spent, if a password could not be checked now.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once
     */
    public void requireCapacity() {
        hashing.requireCapacity();
    }

    /**
     * Whether this is the password of the user. It takes as long for a missing user, or one without a password,
     * as for a wrong password. A WordPress hash takes longer, right or wrong, until a right password replaces
     * it by one of ours. Must not be called in a transaction.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} if too many are being hashed at once
     */
    @Transactional(TxType.NEVER)
    public boolean verify(long userId, String password) {
        return verify(userId, Transactions.requiringNew().call(() -> hashes.find(userId)), password);
    }

    /**
     * As {@link #verify(long, String)}, for what {@link #findAccount} has found.
     *
     * @param account null if there is no such account
     */
    @Transactional(TxType.NEVER)
    public boolean verify(LoginAccount account, String password) {
        return account == null
                ? verify(NOBODY, Optional.empty(), password)
                : verify(account.userId(), Optional.ofNullable(account.hash()), password);
    }

    private boolean verify(long userId, Optional<String> stored, String password) {
        var comparison = hashing.compare(stored, password);
        if (comparison.replacement() != null) {
            Transactions.requiringNew()
                    .run(() -> hashes.replace(userId, stored.orElseThrow(), comparison.replacement()));
        }
        return comparison.right();
    }

    /**
     * The account that its owner names to sign in. A login wins over an e-mail address. One statement, whether
     * there is such an account or not.
     *
     * @param loginOrEmail case-insensitive
     */
    @Transactional
    public Optional<LoginAccount> findAccount(String loginOrEmail) {
        return TextRules.isStorable(loginOrEmail) ? hashes.findAccount(User.key(loginOrEmail)) : Optional.empty();
    }

    /**
     * Checks the rules and hashes, for {@link #store}. Must not be called in a transaction.
     *
     * @param field the caller's name for the password
     * @param ownNames login and e-mail address of the account; each may be null
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming the field and what is allowed, or {@link
     *     ErrorCode#UNAVAILABLE} if too many are being hashed at once
     */
    @Transactional(TxType.NEVER)
    public String hash(String field, String password, String... ownNames) {
        return hash(new Violations(), field, password, ownNames);
    }

    /**
     * As {@link #hash(String, String, String...)}, but only if the rest of the input is valid as well.
     *
     * @param violations those of the rest of the input
     */
    @Transactional(TxType.NEVER)
    public String hash(Violations violations, String field, String password, String... ownNames) {
        rules.check(violations, field, password, ownNames);
        violations.throwIfAny();
        return hashing.hash(password);
    }

    /**
     * Sets or replaces the user's password. The consequences, such as the end of sessions, are up to the
     * caller.
     *
     * @param hash the result of {@link #hash}
     */
    @Transactional(TxType.MANDATORY)
    public void store(long userId, String hash) {
        hashes.put(userId, hash, clock.instant());
        events.accessChanged(userId);
    }

    /**
     * Sets or replaces the user's password by a hash from WordPress.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} on {@code hash}
     */
    @Transactional(TxType.MANDATORY)
    public void importHash(long userId, String wordPressHash) {
        requireWordPressHash(wordPressHash);
        store(userId, wordPressHash);
    }

    /**
     * Checks a hash for {@link #importHash}.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} on {@code hash}; the message does not repeat it
     */
    public static void requireWordPressHash(String wordPressHash) {
        if (wordPressHash == null || WordPressHash.parse(wordPressHash).isEmpty()) {
            throw CmsException.field(
                    "hash",
                    "unknown_hash",
                    "'hash' must be a password hash of WordPress, which begins with $P$, $H$,"
                            + " $wp$2y$ or $2y$ and has a cost of at most "
                            + BcryptHash.MAX_COST
                            + " where it is bcrypt.");
        }
    }

    /** Whether the user can sign in with a password. */
    @Transactional
    public boolean has(long userId) {
        return hashes.find(userId).isPresent();
    }
}
