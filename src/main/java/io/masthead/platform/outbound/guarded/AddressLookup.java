package io.masthead.platform.outbound.guarded;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** Finds and checks the addresses of a host, in limited time. */
final class AddressLookup implements AutoCloseable {

    /**
     * The resolver of the operating system cannot be stopped: a name that was given up after 5 s is looked up for half
     * a minute, while others are asked for, four at a time.
     */
    private static final int THREADS = 32;

    private final HostResolver resolver;
    private final DestinationRule rule;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "outbound-names");
        thread.setDaemon(true);
        return thread;
    });

    AddressLookup(HostResolver resolver, DestinationRule rule) {
        this.resolver = resolver;
        this.rule = rule;
    }

    /**
     * @return all addresses of the host, which may be connected to
     * @throws FetchFailedException in the same words whether there is no address, one that is not allowed, or none in
     *     time: nobody learns which names there are in the network of this server
     */
    List<InetAddress> find(GuardedUrl url, Deadline deadline) throws FetchFailedException {
        var lookup = threads.submit(() -> resolver.resolve(url.host()));
        try {
            var found = deadline.await(lookup);
            // One that is not allowed makes the others suspicious.
            if (!found.isEmpty() && found.stream().allMatch(address -> isAllowed(address, url))) {
                return found;
            }
        } catch (ExecutionException | TimeoutException e) {
            lookup.cancel(true);
        }
        throw new FetchFailedException(Reason.REFUSED_HOST, "The host %s has no public address.".formatted(url.host()));
    }

    /** Java turns [::ffff:a.b.c.d] into an address of IPv4, which it is not in a URL. */
    private boolean isAllowed(InetAddress address, GuardedUrl url) {
        boolean isMapped = url.host().startsWith("[") && address instanceof Inet4Address;
        return !isMapped && rule.allows(address, url.port());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
