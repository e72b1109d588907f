package io.masthead.auth.oidc;

import io.masthead.kernel.CmsException;
import io.masthead.user.social.SocialConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Allows redirects after a sign-in only to URLs that the operator has configured. */
@ApplicationScoped
class RedirectTargets {

    static final int MAX_LENGTH = 1_000;

    /** Characters that browsers interpret in their own ways, and parameters that Masthead itself sets. */
    private static final Pattern SUSPICIOUS = Pattern.compile("[^\\x21-\\x7e]|[\\\\#]|[?&](code|error)=");

    private final SocialConfig config;

    RedirectTargets(SocialConfig config) {
        this.config = config;
    }

    /**
     * Returns the URL if it is configured, or below a configured origin.
     *
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#INVALID_PARAMETER}
     */
    String require(String address) {
        if (address == null
                || address.length() > MAX_LENGTH
                || SUSPICIOUS.matcher(address).find()
                || !isNamed(address)) {
            throw CmsException.parameter(
                    "returnTo", "not_allowed", "'returnTo' must be one of the URLs that this site allows.");
        }
        return address;
    }

    /** The URL with an additional parameter. */
    static String with(String address, String name, String value) {
        return address + (address.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private boolean isNamed(String address) {
        var wanted = parse(address).map(RedirectTargets::origin);
        return wanted.isPresent()
                && config.returnTo().orElse(List.of()).stream()
                        .anyMatch(named ->
                                address.equals(named) || originOf(named).equals(wanted));
    }

    /** The origin of an entry without a path; empty for any other entry. */
    private static Optional<String> originOf(String named) {
        return parse(named)
                .filter(uri -> uri.getRawPath().isEmpty() && uri.getRawQuery() == null)
                .map(RedirectTargets::origin);
    }

    /** Absolute, with a host, and without user info. */
    private static Optional<URI> parse(String address) {
        try {
            var uri = new URI(address);
            return Optional.of(uri)
                    .filter(one -> one.getScheme() != null && one.getHost() != null)
                    .filter(one -> one.getScheme().matches("https?"))
                    .filter(one -> one.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String origin(URI uri) {
        var usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme()
                + "://"
                + uri.getHost().toLowerCase(Locale.ROOT)
                + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
