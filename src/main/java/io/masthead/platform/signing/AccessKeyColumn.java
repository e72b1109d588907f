package io.masthead.platform.signing;

import io.masthead.platform.encryption.EncryptedColumn;
import jakarta.inject.Singleton;

/** Private keys of access tokens are stored encrypted. */
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
