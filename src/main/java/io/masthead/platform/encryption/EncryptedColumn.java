package io.masthead.platform.encryption;

/**
 * A column with encrypted secrets. Each owner of one declares it by a bean, by which older plain-text rows are
 * encrypted.
 */
public interface EncryptedColumn {

    String table();

    /** The primary key; as text it is the end of {@link #context}. */
    String id();

    String column();

    /** The context that {@link Secrets} binds the secret of a row to. */
    static String context(String table, Object id) {
        return table + "/" + id;
    }
}
