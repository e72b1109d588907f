package io.masthead.user.token;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Application passwords, as WordPress' clients use them: for all that a token can be given, sent
 * with the login by HTTP Basic.
 */
@ApplicationScoped
@Transactional
public class ApplicationPasswords {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final ApiTokenRepository tokens;
    private final OwnedTokens owned;

    ApplicationPasswords(ApiTokenRepository tokens, OwnedTokens owned) {
        this.tokens = tokens;
        this.owned = owned;
    }

    /**
     * Gives a user one, for who has signed in.
     *
     * @param name what the owner will know it by
     * @param appId the UUID that the client names itself by; null for none
     * @return with the password as WordPress shows it, in groups of four
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for who comes by a token, {@link
     *     ErrorCode#VALIDATION_FAILED} for a field, or where the user has {@value
     *     OwnedTokens#MAX_OWNED} already
     */
    public IssuedToken issue(long ownerId, String name, String appId, Actor actor) {
        owned.requireIssue(ownerId, actor);
        var violations = new Violations();
        violations.requiredText("name", name, OwnedTokens.MAX_NAME);
        violations.require(
                appId == null || UUID_FORM.matcher(appId).matches(),
                "appId",
                "invalid_uuid",
                "'appId' must be a UUID (RFC 9562).");
        violations.throwIfAny();
        var issued =
                owned.add(
                        TokenKind.APPLICATION_PASSWORD,
                        ownerId,
                        new NewToken(name, List.of(), null),
                        token -> token.identify(UUID.randomUUID().toString(), lowerCase(appId)),
                        actor);
        return new IssuedToken(issued.token(), issued.secret().replaceAll("(.{4})(?!$)", "$1 "));
    }

    /** Those of a user, latest first. */
    public List<ApiToken> of(long ownerId, Actor actor) {
        return owned.of(TokenKind.APPLICATION_PASSWORD, ownerId, actor).stream()
                .map(TokenView::token)
                .toList();
    }

    /**
     * From now on the password serves nobody.
     *
     * @param uuid in any case
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}
     */
    public void revoke(long ownerId, String uuid, Actor actor) {
        owned.requireAccess(ownerId, actor);
        owned.revoke(
                UUID_FORM.matcher(uuid).matches()
                        ? tokens.findOwned(ownerId, lowerCase(uuid))
                        : Optional.empty(),
                "There is no such application password.",
                actor);
    }

    /** Revokes all of a user; says how many there were. */
    public int revokeAll(long ownerId, Actor actor) {
        owned.requireAccess(ownerId, actor);
        return owned.revokeAll(TokenKind.APPLICATION_PASSWORD, ownerId, actor);
    }

    private static String lowerCase(String uuid) {
        return uuid == null ? "" : uuid.toLowerCase(Locale.ROOT);
    }
}
