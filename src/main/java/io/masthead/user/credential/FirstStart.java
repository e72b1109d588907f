package io.masthead.user.credential;

import io.masthead.user.FirstAdministrator;
import io.masthead.user.User;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/**
 * Creates the administrator of an empty database, with one token, before any request is served. If two nodes
 * start at once, only the one that added the account issues a token.
 */
@ApplicationScoped
class FirstStart {

    private final FirstAdministrator administrator;
    private final ApiTokens tokens;
    private final FirstToken notice;
    private final AdminConfig config;

    FirstStart(FirstAdministrator administrator, ApiTokens tokens, FirstToken notice, AdminConfig config) {
        this.administrator = administrator;
        this.tokens = tokens;
        this.notice = notice;
        this.config = config;
    }

    @Transactional
    void onStart(@Observes StartupEvent event) {
        administrator.add().ifPresent(this::giveToken);
    }

    private void giveToken(User added) {
        var configured = config.token();
        var token = configured.orElseGet(SecretFormat.API_TOKEN::generate);
        if (!SecretFormat.API_TOKEN.isWellFormed(token)) {
            throw new IllegalStateException(
                    "masthead.admin.token is not a Masthead token; 'token generate' prints one.");
        }
        tokens.storeFirstToken(added, token);
        // Before the commit: a token shown for nothing is replaced at the next start, but one that was stored
        // and never shown would lock the operator out.
        if (configured.isEmpty()) {
            notice.show(token);
        }
    }
}
