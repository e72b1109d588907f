package io.masthead.platform.encryption;

/** A known text that is stored encrypted, to verify the key. */
final class Proof {

    private static final String CONTEXT = "encryption_proof";
    private static final String KNOWN = "masthead";

    private Proof() {}

    static String by(EncryptionKey key) {
        return key.encrypt(CONTEXT, KNOWN);
    }

    static boolean fits(EncryptionKey key, String proof) {
        return key.decrypt(CONTEXT, proof).filter(KNOWN::equals).isPresent();
    }
}
