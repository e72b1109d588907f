package io.masthead.user.credential;

import io.masthead.user.FirstAdministrator;
import io.masthead.user.User;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/**
 * Gives an empty database its administrator, with one token, before anything is served. Of two
 * nodes that start at once only the one that added the account makes a token.
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
        tokens.storeFirst(added, token);
        // Before the commit: a token that was shown in vain is replaced by the next start, while
        // one that was stored and never shown would lock the operator out.
        if (configured.isEmpty()) {
            notice.show(token);
        }
    }
}
