package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
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
 * Keeps the passwords of users as hashes. Hashing takes long, so it is done outside of transactions
 * and never holds a connection: first {@link #hash}, then, with all else that changes, {@link
 * #store}.
 */
@ApplicationScoped
public class Passwords {

    /** Nobody's id: ids begin with 1. */
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
     * Refuses whose password could not be looked at now anyway, before statements are spent on it.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    public void requirePlace() {
        hashing.requirePlace();
    }

    /**
     * Whether this is the password of the user. Takes as long for nobody, and for a user without a
     * password, as for a wrong password; a hash of WordPress takes longer, right or wrong, until a
     * right password replaces it by one of ours. A transaction must not be open.
     *
     * @throws CmsException {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    @Transactional(TxType.NEVER)
    public boolean verify(long userId, String password) {
        return verify(userId, Transactions.requiringNew().call(() -> hashes.find(userId)), password);
    }

    /**
     * As {@link #verify(long, String)}, for what {@link #findAccount} has found.
     *
     * @param account null where there is no such account
     */
    @Transactional(TxType.NEVER)
    public boolean verify(LoginAccount account, String password) {
        return account == null
                ? verify(NOBODY, Optional.empty(), password)
                : verify(account.userId(), Optional.ofNullable(account.hash()), password);
    }

    private boolean verify(long userId, Optional<String> stored, String password) {
        var comparison = hashing.compare(stored, password);
        if (comparison.successor() != null) {
            Transactions.requiringNew().run(() -> hashes.replace(userId, stored.orElseThrow(), comparison.successor()));
        }
        return comparison.right();
    }

    /**
     * The account that its owner names to sign in. A login goes before an e-mail address. One
     * statement, whether there is such an account or not.
     *
     * @param loginOrEmail in any case
     */
    @Transactional
    public Optional<LoginAccount> findAccount(String loginOrEmail) {
        return TextRules.isStorable(loginOrEmail) ? hashes.findAccount(User.key(loginOrEmail)) : Optional.empty();
    }

    /**
     * Checks the rules and hashes, for {@link #store}. A transaction must not be open.
     *
     * @param field what the caller calls the password
     * @param ownNames login and e-mail address of the account, of which each may be null
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming the field and what is
     *     allowed, or {@link ErrorCode#UNAVAILABLE} where too many hash at once
     */
    @Transactional(TxType.NEVER)
    public String hash(String field, String password, String... ownNames) {
        rules.check(field, password, ownNames);
        return hashing.make(password);
    }

    /**
     * Gives the user this password in the place of the former one, if any. What follows from it,
     * such as the end of sessions, is up to the caller.
     *
     * @param hash made by {@link #hash}
     */
    @Transactional(TxType.MANDATORY)
    public void store(long userId, String hash) {
        hashes.put(userId, hash, clock.instant());
        events.accessChanged(userId);
    }

    /**
     * Gives the user the password of WordPress, in the place of the former one, if any.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} on {@code hash}
     */
    @Transactional(TxType.MANDATORY)
    public void importHash(long userId, String wordPressHash) {
        requireWordPressHash(wordPressHash);
        store(userId, wordPressHash);
    }

    /**
     * Refuses what {@link #importHash} would.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} on {@code hash}, which it does not
     *     repeat
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
