package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.inject.Singleton;

/** Declares the encrypted column of signature keys. */
@Singleton
class SigningKeyColumn implements EncryptedColumn {

    @Override
    public String table() {
        return "signing_key";
    }

    @Override
    public String id() {
        return "name";
    }

    @Override
    public String column() {
        return "material";
    }
}
