package io.masthead.user.credential;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Application passwords, as WordPress clients use them: valid for everything a token can be granted, sent with
 * the login by HTTP Basic.
 */
@ApplicationScoped
@Transactional
public class ApplicationPasswords {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final String NOT_FOUND = "There is no such application password.";

    private final ApiTokenRepository tokens;
    private final OwnedTokens owned;

    ApplicationPasswords(ApiTokenRepository tokens, OwnedTokens owned) {
        this.tokens = tokens;
        this.owned = owned;
    }

    /**
     * Issues one to a user; the caller must have signed in.
     *
     * @param name a label for the owner
     * @param appId the UUID that the client gives for itself; null for none
     * @return with the password as WordPress shows it, in groups of four
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for a caller with a token, {@link
     *     ErrorCode#VALIDATION_FAILED} for a field, or if the user already has {@value OwnedTokens#MAX_OWNED}
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
        var issued = owned.add(
                TokenKind.APPLICATION_PASSWORD,
                ownerId,
                new NewToken(name, List.of(), null),
                token -> token.identify(UUID.randomUUID().toString(), lowerCase(appId)),
                actor);
        return new IssuedToken(issued.token(), issued.secret().replaceAll("(.{4})(?!$)", "$1 "));
    }

    /**
     * Whether the caller may see and revoke those of a user; everybody may for the one sent with the request.
     */
    public boolean areManagedBy(Actor actor, long ownerId) {
        return OwnedTokens.hasAccess(ownerId, actor);
    }

    /** Whether the caller may issue one to a user. */
    public boolean areIssuedBy(Actor actor, long ownerId) {
        return OwnedTokens.hasAccess(ownerId, actor) && actor.scopes().contains(Scope.ACCOUNT);
    }

    /** Those of a user, latest first. */
    public List<ApiToken> of(long ownerId, Actor actor) {
        return owned.of(TokenKind.APPLICATION_PASSWORD, ownerId, actor).stream()
                .map(TokenView::token)
                .toList();
    }

    /**
     * Makes the password invalid at once.
     *
     * @param uuid case-insensitive
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}
     */
    public void revoke(long ownerId, String uuid, Actor actor) {
        owned.requireAccess(ownerId, actor);
        owned.revoke(
                UUID_FORM.matcher(uuid).matches() ? tokens.findOwned(ownerId, lowerCase(uuid)) : Optional.empty(),
                NOT_FOUND,
                actor);
    }

    /**
     * The application password sent with the request.
     *
     * @param sentId the id of the token sent with the request; null for none
     * @return empty if the request came with other credentials
     */
    public Optional<ApiToken> introspect(Long sentId, Actor actor) {
        return sentId == null || actor.isAnonymous() ? Optional.empty() : tokens.findPassword(actor.userId(), sentId);
    }

    /**
     * One of a user, for callers who manage them or sent it with the request.
     *
     * @param uuid case-insensitive
     * @param sentId the id of the token sent with the request; null for none
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}
     */
    public ApiToken get(long ownerId, String uuid, Long sentId, Actor actor) {
        return requireOwn(ownerId, uuid, sentId, actor);
    }

    /**
     * Renames one, for callers who manage them.
     *
     * @param uuid case-insensitive
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}, or {@link ErrorCode#VALIDATION_FAILED} for
     *     {@code name}
     */
    public ApiToken rename(long ownerId, String uuid, String name, Actor actor) {
        owned.requireAccess(ownerId, actor);
        var violations = new Violations();
        violations.requiredText("name", name, OwnedTokens.MAX_NAME);
        violations.throwIfAny();
        var token = requireOwn(ownerId, uuid, null, actor);
        token.rename(name);
        return token;
    }

    /**
     * As {@link #revoke(long, String, Actor)}, also for a caller who sent it with the request: revoking the own
     * credentials gains nothing.
     *
     * @param sentId the id of the token sent with the request; null for none
     */
    public void revoke(long ownerId, String uuid, Long sentId, Actor actor) {
        owned.revoke(Optional.of(requireOwn(ownerId, uuid, sentId, actor)), NOT_FOUND, actor);
    }

    private ApiToken requireOwn(long ownerId, String uuid, Long sentId, Actor actor) {
        var found = UUID_FORM.matcher(uuid).matches()
                ? tokens.findOwned(ownerId, lowerCase(uuid))
                : Optional.<ApiToken>empty();
        if (found.filter(token -> actor.is(ownerId) && token.id().equals(sentId))
                .isEmpty()) {
            owned.requireAccess(ownerId, actor);
        }
        return found.orElseThrow(() -> new CmsException(ErrorCode.CREDENTIAL_NOT_FOUND, NOT_FOUND));
    }

    /** Revokes all of a user and returns their number. */
    public int revokeAll(long ownerId, Actor actor) {
        owned.requireAccess(ownerId, actor);
        return owned.revokeAll(TokenKind.APPLICATION_PASSWORD, ownerId, actor);
    }

    private static String lowerCase(String uuid) {
        return uuid == null ? "" : uuid.toLowerCase(Locale.ROOT);
    }
}
