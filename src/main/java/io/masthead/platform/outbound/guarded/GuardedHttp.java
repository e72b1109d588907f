package io.masthead.platform.outbound.guarded;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/**
 * Gets files from URLs that users choose, and from nowhere but the public Internet. The addresses of a host are
 * checked, and the connection is made to one of those that were checked: a name that leads elsewhere a moment later
 * leads nobody there. Neither cookies nor credentials are sent, and no proxy is used.
 */
@Singleton
public class GuardedHttp {

    private static final Logger LOG = Logger.getLogger(GuardedHttp.class);

    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_HEAD = 16 * 1024;

    /** Of the addresses of a host; the others are rarely better. */
    private static final int MAX_ATTEMPTS = 3;

    /** To one address; how many there are in all is up to the callers. */
    private static final int CONNECTIONS = 20;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final DestinationRule rule;
    private final AddressLookup lookup;
    private final FetchLimits limits;
    private final HttpClient client;

    @Inject
    GuardedHttp(Vertx vertx, HostResolver resolver, DestinationRule rule) {
        this(vertx, resolver, rule, FetchLimits.USUAL, null);
    }

    /** @param trusted null for the certificates that Java trusts */
    GuardedHttp(Vertx vertx, HostResolver resolver, DestinationRule rule, FetchLimits limits, TrustOptions trusted) {
        this.rule = rule;
        this.lookup = new AddressLookup(resolver, rule);
        this.limits = limits;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setName("guarded")
                // A connection is for one request, since another one may be to an address that was not checked for it.
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxHeaderSize(MAX_HEAD)
                .setMaxInitialLineLength(MAX_HEAD)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setTrustOptions(trusted));
    }

    @PreDestroy
    void close() {
        client.close();
        lookup.close();
    }

    /**
     * Asks for a file, following redirects within its host. Waits for the head of the response, a few seconds at most.
     *
     * @param url as a user gives it
     * @throws FetchFailedException if the URL is not allowed, or the response is not the bytes of a file as they are
     */
    public RemoteBody open(String url) throws FetchFailedException {
        var deadline = Deadline.in(limits.head());
        var at = GuardedUrl.parse(url, rule);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            var stream = request(at, deadline);
            var location = stream.response().getHeader(HttpHeaders.LOCATION);
            try {
                if (!REDIRECTS.contains(stream.response().statusCode()) || location == null) {
                    ResponseRules.check(stream.response());
                    return new RemoteBody(at, stream);
                }
                at = at.redirectedTo(location, rule);
            } catch (FetchFailedException e) {
                stream.close();
                throw e;
            }
            stream.close();
        }
        throw new FetchFailedException(
                Reason.REFUSED_REDIRECT, "The server redirects more than %d times.".formatted(MAX_REDIRECTS));
    }

    private ResponseStream request(GuardedUrl url, Deadline deadline) throws FetchFailedException {
        var request = connect(url, deadline);
        // Without a handler Vert.x would log what other servers do wrong as errors of this one.
        request.connection().exceptionHandler(cause -> LOG.debug("A connection failed", cause));
        var answered = request.response().map(response -> new ResponseStream(response, limits));
        // What it reports is reported by the response, too.
        request.send();
        try {
            return deadline.await(answered);
        } catch (ExecutionException e) {
            request.reset();
            throw new FetchFailedException(Reason.REFUSED_RESPONSE, "The server sent no valid response.", e.getCause());
        } catch (TimeoutException e) {
            request.reset();
            answered.onSuccess(ResponseStream::close);
            throw tooSlow();
        }
    }

    private HttpClientRequest connect(GuardedUrl url, Deadline deadline) throws FetchFailedException {
        var addresses = lookup.find(url, deadline);
        int attempts = Math.min(addresses.size(), MAX_ATTEMPTS);
        var failure = tooSlow();
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                return connect(url, addresses.get(attempt), deadline.share(attempts - attempt));
            } catch (FetchFailedException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private HttpClientRequest connect(GuardedUrl url, InetAddress address, Deadline deadline)
            throws FetchFailedException {
        var connecting = client.request(options(url, address));
        try {
            return deadline.await(connecting);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SSLException) {
                throw new FetchFailedException(
                        Reason.UNTRUSTED,
                        "There is no secure connection to %s: its certificate is not valid for this name, or it has none."
                                .formatted(url.host()),
                        e.getCause());
            }
            throw new FetchFailedException(
                    Reason.UNREACHABLE, "The server %s cannot be reached.".formatted(url.host()), e.getCause());
        } catch (TimeoutException e) {
            connecting.onSuccess(HttpClientRequest::reset);
            throw tooSlow();
        }
    }

    /** The host is the name in the request and in the certificate; the connection is made to the address. */
    private static RequestOptions options(GuardedUrl url, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setSsl(url.isSecure())
                .setHost(url.host())
                .setPort(url.port())
                .setURI(url.target())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.USER_AGENT, "Masthead")
                .putHeader(HttpHeaders.ACCEPT, "*/*")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    private FetchFailedException tooSlow() {
        return new FetchFailedException(
                Reason.TOO_SLOW,
                "The server did not answer within %d seconds."
                        .formatted(limits.head().toSeconds()));
    }
}
