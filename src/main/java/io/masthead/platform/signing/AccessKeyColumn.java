package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.inject.Singleton;

/** Declares the encrypted column of private keys for access tokens. */
@Singleton
class AccessKeyColumn implements EncryptedColumn {

    @Override
    public String table() {
        return "access_key";
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String column() {
        return "private_key";
    }
}
