package io.masthead.auth.oidc;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.db.Transactions;
import io.masthead.user.credential.OneTimeToken;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.social.CodeChallenge;
import io.masthead.user.social.SocialLoginService;
import io.masthead.user.social.UserIdentities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends browsers to other sites and handles their callbacks. Callbacks that do not belong to a sign-in of this
 * browser are refused without a redirect.
 */
@ApplicationScoped
public class SignInFlow {

    /** The time limit for a sign-in. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(SignInFlow.class);

    /** With this prefix browsers accept it only from this host, over TLS. */
    private static final String COOKIE = "__Host-sign-in-";

    private static final int COOKIE_ID_LENGTH = 12;
    public static final int MAX_CODE_LENGTH = 4_000;
    private static final String FAILED = "sign_in_failed";
    private static final String DENIED = "access_denied";

    private final SignInProviders providers;
    private final RedirectTargets redirectTargets;
    private final EndpointDiscovery endpointDiscovery;
    private final TokenExchange tokenExchange;
    private final OneTimeTokens oneTimeTokens;
    private final UserIdentities identities;
    private final SocialLoginService signIns;

    SignInFlow(
            SignInProviders providers,
            RedirectTargets redirectTargets,
            EndpointDiscovery endpointDiscovery,
            TokenExchange tokenExchange,
            OneTimeTokens oneTimeTokens,
            UserIdentities identities,
            SocialLoginService signIns) {
        this.providers = providers;
        this.redirectTargets = redirectTargets;
        this.endpointDiscovery = endpointDiscovery;
        this.tokenExchange = tokenExchange;
        this.oneTimeTokens = oneTimeTokens;
        this.identities = identities;
        this.signIns = signIns;
    }

    /**
     * Where the caller's browser starts to link an account; parameters follow.
     *
     * @throws CmsException {@link ErrorCode#PROVIDER_NOT_FOUND}
     */
    public String linkUrl(String provider, String currentPassword, String address, Actor actor) {
        // First, so that the refusal does not depend on whether the site exists.
        var ticket = identities.issueTicket(provider, currentPassword, address, actor);
        return RedirectTargets.with(providers.startUrl(providers.get(provider).name()), "ticket", ticket);
    }

    /**
     * Redirects a browser to a site.
     *
     * @param returnTo the final redirect target
     * @param challenge base64url of the SHA-256 of the front end's verifier (RFC 7636 section 4.2)
     * @param ticket from {@link #linkUrl}; null for a plain sign-in
     * @throws CmsException {@link ErrorCode#PROVIDER_NOT_FOUND} or {@link ErrorCode#INVALID_PARAMETER}
     */
    public Redirect start(String name, String returnTo, String challenge, String ticket) {
        var provider = providers.get(name);
        var address = redirectTargets.require(returnTo);
        if (challenge == null || !CodeChallenge.isWellFormed(challenge)) {
            throw CmsException.parameter(
                    "challenge", "invalid_challenge", "'challenge' must be the base64url of a SHA-256: 43 characters.");
        }
        Endpoints endpoints;
        try {
            endpoints = endpointDiscovery.of(provider);
        } catch (ProviderFailedException e) {
            return failed(provider, address, null, e.getMessage());
        }
        var browser = BrowserSecret.generate();
        var authorization = new AuthorizationState(name, browser.hash(), challenge, address);
        var state = Transactions.requiringNew()
                .call(() -> oneTimeTokens.issue(
                        SecretFormat.STATE,
                        ticket == null ? null : ownerOf(ticket, name),
                        authorization.serialize(),
                        LIFETIME));
        return new Redirect(authorizationUrl(provider, endpoints, browser, state), cookieName(state), browser.value());
    }

    /**
     * Handles a callback from a site.
     *
     * @param cookie the browser's cookie of a name; null if absent
     * @throws CmsException {@link ErrorCode#PROVIDER_NOT_FOUND}, or {@link ErrorCode#INVALID_PARAMETER} if it
     *     does not belong to a sign-in of this browser
     */
    public Redirect finish(String name, CallbackParams back, UnaryOperator<String> cookie) {
        var provider = providers.get(name);
        var started = spend(back.state()).orElseThrow(SignInFlow::unknownSignIn);
        var authorization = AuthorizationState.parse(started.detail());
        var cookieName = cookieName(back.state());
        var browser = Optional.ofNullable(cookie.apply(cookieName))
                .map(BrowserSecret::new)
                .filter(kept -> kept.hasHash(authorization.browserHash()))
                .orElseThrow(SignInFlow::unknownSignIn);
        if (!authorization.provider().equals(name)) {
            throw unknownSignIn();
        }
        if (back.error() != null) {
            return backTo(authorization, cookieName, "error", back.error().equals(DENIED) ? DENIED : FAILED);
        }
        if (back.code() == null || back.code().length() > MAX_CODE_LENGTH) {
            throw unknownSignIn();
        }
        try {
            var endpoints = endpointDiscovery.of(provider);
            requireSender(endpoints, back.issuer());
            var identity = tokenExchange.identity(
                    provider,
                    endpoints,
                    back.code(),
                    providers.callbackUrl(name),
                    browser.verifier(back.state()),
                    browser.nonce(back.state()));
            var outcome = signIns.receive(identity, authorization.challenge(), started.userId());
            return outcome.code() == null
                    ? backTo(authorization, cookieName, "error", outcome.refusal())
                    : backTo(authorization, cookieName, "code", outcome.code());
        } catch (ProofRefusedException e) {
            LOG.infof("A sign-in by %s was refused: %s", name, e.getMessage());
            throw unknownSignIn();
        } catch (ProviderFailedException e) {
            return failed(provider, authorization.returnTo(), cookieName, e.getMessage());
        } catch (TimeoutException e) {
            return failed(provider, authorization.returnTo(), cookieName, "no answer in time");
        }
    }

    private Optional<OneTimeToken> spend(String state) {
        return Transactions.requiringNew().call(() -> oneTimeTokens.spend(SecretFormat.STATE, state));
    }

    private long ownerOf(String ticket, String provider) {
        return oneTimeTokens
                .spend(SecretFormat.LINK_TICKET, ticket)
                .filter(spent -> spent.detail().equals(provider))
                .map(OneTimeToken::userId)
                .orElseThrow(() -> CmsException.parameter(
                        "ticket", "invalid_ticket", "'ticket' is invalid or has expired; request a new one."));
    }

    private String authorizationUrl(SignInProvider provider, Endpoints endpoints, BrowserSecret browser, String state) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", providers.callbackUrl(provider.name()));
        query.put("scope", String.join(" ", provider.scopes()));
        query.put("state", state);
        query.put("code_challenge", CodeChallenge.of(browser.verifier(state)));
        query.put("code_challenge_method", "S256");
        if (endpoints.isOpenIdConnect()) {
            query.put("nonce", browser.nonce(state));
        }
        return endpoints.authorization() + (endpoints.authorization().contains("?") ? "&" : "?") + encoded(query);
    }

    /** RFC 9207 section 2.4: another site's code must not be accepted. */
    private static void requireSender(Endpoints endpoints, String issuer) {
        if (endpoints.isOpenIdConnect()
                && (issuer == null ? endpoints.namesIssuer() : !issuer.equals(endpoints.issuer()))) {
            throw new ProofRefusedException("the callback comes from another site");
        }
    }

    private static Redirect failed(SignInProvider provider, String returnTo, String cookieName, String why) {
        LOG.warnf("A sign-in by %s failed: %s", provider.name(), why);
        return new Redirect(RedirectTargets.with(returnTo, "error", FAILED), cookieName, null);
    }

    private static Redirect backTo(
            AuthorizationState authorization, String cookieName, String parameter, String value) {
        return new Redirect(RedirectTargets.with(authorization.returnTo(), parameter, value), cookieName, null);
    }

    /** One per sign-in, so that several can run in one browser. */
    private static String cookieName(String state) {
        return COOKIE + SecretFormat.sha256(state).substring(0, COOKIE_ID_LENGTH);
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + ProviderCalls.encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static CmsException unknownSignIn() {
        return CmsException.parameter(
                "state", "unknown_sign_in", "This does not belong to a sign-in of this browser; start again.");
    }
}
