package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a CDN is told to purge. */
interface Cdn {

    /** The maximum of tags in one call. */
    int maxTags();

    PurgeCall purge(List<String> tags);

    PurgeCall purgeEverything();

    /** Whether the CDN has purged. */
    default boolean confirms(OutboundAnswer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** What the CDN says about a failure, for the log; nothing of what was sent. */
    default Optional<String> reason(OutboundAnswer answer) {
        return Optional.empty();
    }

    /** Empty if none is set. */
    static Optional<Cdn> of(CdnConfig config) {
        var token = config.token().orElse("");
        if (config.fastlyService().isPresent()) {
            return Optional.of(new Fastly(
                    base(config, "https://api.fastly.com"),
                    config.fastlyService().get(),
                    token));
        }
        if (config.cloudflareZone().isPresent()) {
            return Optional.of(new Cloudflare(
                    base(config, "https://api.cloudflare.com/client/v4"),
                    config.cloudflareZone().get(),
                    token));
        }
        return config.url().map(url -> new GenericCdn(url.toString(), token));
    }

    private static String base(CdnConfig config, String usual) {
        return config.url().map(URI::toString).orElse(usual).replaceAll("/+$", "");
    }
}
