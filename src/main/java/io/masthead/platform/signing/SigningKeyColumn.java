package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.inject.Singleton;

/** Keys of signatures are stored encrypted. */
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
