package io.masthead.auth.oidc;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.user.social.SocialConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The configured sites that users can sign in with. */
@ApplicationScoped
public class SignInProviders {

    private static final List<String> STANDARD_SCOPES = List.of("openid", "email", "profile");

    private final SocialConfig config;

    SignInProviders(SocialConfig config) {
        this.config = config;
    }

    /** Ordered by name. */
    public Page<SignInProvider> all() {
        return Page.whole(configured());
    }

    /** @throws CmsException {@link ErrorCode#PROVIDER_NOT_FOUND} */
    public SignInProvider get(String name) {
        var found = config.providers().get(name);
        if (found == null) {
            throw new CmsException(ErrorCode.PROVIDER_NOT_FOUND, "There is no such sign-in method.");
        }
        return provider(name, found);
    }

    /** Where a browser starts a sign-in; parameters follow. */
    public String startUrl(String name) {
        return url(name) + "/start";
    }

    /** The callback URL for the site. */
    String callbackUrl(String name) {
        return url(name) + "/callback";
    }

    private String url(String name) {
        // The start checks refuse providers without it.
        var base = config.baseUrl().orElseThrow().replaceFirst("/+$", "");
        return base + "/api/v1/auth/providers/" + name;
    }

    private List<SignInProvider> configured() {
        return config.providers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> provider(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SignInProvider provider(String name, SocialConfig.Provider settings) {
        var preset = settings.preset().flatMap(Preset::named).orElse(null);
        return new SignInProvider(
                name,
                settings.label().orElse(preset == null ? name : preset.label()),
                preset,
                preset == null ? settings.issuer().orElseThrow() : preset.issuer(),
                settings.clientId().orElseThrow(),
                settings.clientSecret().orElse(null),
                settings.scopes().orElse(preset == null ? STANDARD_SCOPES : preset.scopes()));
    }
}
