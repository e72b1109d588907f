package io.masthead.user.session;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.inject.Singleton;

/** Declares the encrypted column of authenticator secrets. */
@Singleton
class SecondFactorColumn implements EncryptedColumn {

    @Override
    public String table() {
        return "second_factor";
    }

    @Override
    public String id() {
        return "user_id";
    }

    @Override
    public String column() {
        return "secret";
    }
}
