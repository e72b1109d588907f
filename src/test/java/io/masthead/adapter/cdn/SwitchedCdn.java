package io.masthead.adapter.cdn;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of the CDN in tests: none, until a test sets one. */
@Mock
@ApplicationScoped
public class SwitchedCdn implements CdnConfig {

    static final String TOKEN = "cdn-token-0123456789";

    private static final Duration USUAL = Duration.ofSeconds(5);

    private volatile String service;
    private volatile String zone;
    private volatile URI url;
    private volatile Duration timeLimit = USUAL;
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration repeatAfter = Duration.ZERO;

    void generic(String where) {
        off();
        url = URI.create(where);
    }

    void fastly(String where, String id) {
        generic(where);
        service = id;
    }

    void cloudflare(String where, String id) {
        generic(where);
        zone = id;
    }

    void giveUpAfter(Duration time) {
        timeLimit = time;
    }

    void collectFor(Duration time) {
        delay = time;
    }

    void repeatAfter(Duration time) {
        repeatAfter = time;
    }

    void off() {
        url = null;
        service = null;
        zone = null;
        timeLimit = USUAL;
        delay = Duration.ZERO;
        repeatAfter = Duration.ZERO;
    }

    @Override
    public Optional<String> fastlyService() {
        return Optional.ofNullable(service);
    }

    @Override
    public Optional<String> cloudflareZone() {
        return Optional.ofNullable(zone);
    }

    @Override
    public Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    @Override
    public Optional<String> token() {
        return Optional.of(TOKEN);
    }

    @Override
    public Duration delay() {
        return delay;
    }

    @Override
    public Duration repeatAfter() {
        return repeatAfter;
    }

    @Override
    public Duration timeLimit() {
        return timeLimit;
    }
}
