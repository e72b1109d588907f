package io.masthead.user.throttle;

import io.masthead.platform.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which counts an attempt adds to, and how far each may go (OWASP ASVS 5.0, 6.1.1 and 6.3.1).
 *
 * <p>What was typed is counted whether there is such an account or not, so that the counts tell
 * nobody which there are. An owner is known by the addresses of former sign-ins: from there only
 * the own failures count, so that nobody can lock an owner out, while all who guess from elsewhere,
 * however many addresses they have, share one count.
 */
@ApplicationScoped
class AttemptRules {

    private static final String USE = "user.attempt";

    private final AttemptConfig config;
    private final Signatures signatures;

    AttemptRules(AttemptConfig config, Signatures signatures) {
        this.config = config;
        this.signatures = signatures;
    }

    /**
     * The names that count, with their limits, in one order everywhere, so that two transactions
     * never wait for each other.
     *
     * @param known whether the owner of the account has signed in from the network before
     */
    SortedMap<String, AttemptLimit> counts(AttemptKind kind, String account, String network, boolean known) {
        var counts = new TreeMap<String, AttemptLimit>();
        if (kind.account() == AttemptKind.Account.NONE) {
            counts.put(ofNetwork(kind, network), config.address());
            return counts;
        }
        var isSignIn = kind == AttemptKind.SIGN_IN;
        counts.put(ofAccount(kind, account, network), isSignIn ? config.account() : config.strict());
        if (!known) {
            counts.put(ofNetwork(kind, network), config.address());
            counts.put(sign(kind + "/elsewhere/" + account), isSignIn ? config.elsewhere() : config.strict());
        }
        return counts;
    }

    /** The count of one network over all accounts. */
    String ofNetwork(AttemptKind kind, String network) {
        return sign(kind + "/network/" + network);
    }

    /** The count of one account from one network. */
    String ofAccount(AttemptKind kind, String account, String network) {
        return sign(kind + "/account/" + network + "/" + account);
    }

    /** That the owner of an account has signed in from a network. */
    String known(AttemptKind kind, String account, String network) {
        return sign("known/" + kind.account() + "/" + network + "/" + account);
    }

    AttemptLimit perNetwork() {
        return config.address();
    }

    private String sign(String name) {
        return signatures.sign(USE, name);
    }
}
