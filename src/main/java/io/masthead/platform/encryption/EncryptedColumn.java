package io.masthead.platform.encryption;

/**
 * A column of secrets that are encrypted; each owner of one has a bean that says so, by which the
 * rows from before are encrypted.
 */
public interface EncryptedColumn {

    String table();

    /** The primary key, of which the text is the end of {@link #context}. */
    String id();

    String column();

    /** What {@link Secrets} binds the secret of a row to. */
    static String context(String table, Object id) {
        return table + "/" + id;
    }
}
