package io.masthead.platform.event;

import io.masthead.platform.db.DatabaseNotifications;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Delivers events: after each commit on this node, when another node notifies this one, and every second. One
 * thread assigns positions and informs this node's listeners; consumers have a thread of their own, so that a
 * slow one does not delay listeners.
 */
@Singleton
public class EventDispatcher {

    private static final Logger LOG = Logger.getLogger(EventDispatcher.class);
    private static final int BATCH = 500;
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Instance<EventConsumer> consumers;
    private final Instance<NodeListener> listeners;
    private final EventStore store;
    private final EventFeed feed;
    private final DatabaseNotifications notifications;
    private final EventConfig config;
    private final Clock clock;
    private final ExecutorService notifying = Executors.newSingleThreadExecutor(EventDispatcher::daemon);
    private final ExecutorService serving = Executors.newSingleThreadExecutor(EventDispatcher::daemon);
    private final AtomicBoolean isNotifyingWanted = new AtomicBoolean();
    private final AtomicBoolean isServingWanted = new AtomicBoolean();
    /** The offset of each consumer as last seen by this node; used by the consumers' thread only. */
    private final Map<String, Long> offsets = new HashMap<>();

    private final Map<String, String> failures = new HashMap<>();
    private volatile boolean stopping;
    private boolean unreachable;
    /** The position of the last event that this node has read. */
    private volatile long lastRead;

    /** When this node began to read the events up to the last one; by {@link System#nanoTime}. */
    private volatile long readSince = System.nanoTime();

    /** Those that derive from others last; null before the first change. */
    private volatile List<NodeListener> ordered;

    private volatile Thread listening;

    EventDispatcher(
            // Looked up when needed, since they may publish events themselves.
            @Any Instance<EventConsumer> consumers,
            @Any Instance<NodeListener> listeners,
            EventStore store,
            EventFeed feed,
            DatabaseNotifications notifications,
            EventConfig config,
            Clock clock) {
        this.consumers = consumers;
        this.listeners = listeners;
        this.store = store;
        this.feed = feed;
        this.notifications = notifications;
        this.config = config;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        Transactions.requiringNew().run(() -> consumers.forEach(consumer -> store.register(consumer.name())));
        lastRead = feed.lastPosition();
        if (notifications.areAvailable()) {
            listening = daemon(() -> notifications.listen(EventFeed.CHANNEL, this::wakeUp));
            listening.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (listening != null) {
            listening.interrupt();
        }
        // Never interrupted: H2 closes the database file if a thread is interrupted during I/O.
        notifying.execute(feed::close);
        notifying.shutdown();
        serving.shutdown();
        if (!notifying.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)
                || !serving.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Events are still being delivered during the shutdown; the rest follows at the next start");
        }
    }

    /** Informs this node's listeners about its commit and starts the delivery. */
    void committed(List<ContentChanged> changes) {
        changes.forEach(this::notifyListeners);
        wakeUp();
    }

    @UntilShutdown
    @Scheduled(every = "${masthead.events.poll-interval:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeUp() {
        start(notifying, isNotifyingWanted, this::notifyAllListeners);
    }

    /** If it is running, it runs once more, since it may have read too early. */
    private void start(ExecutorService thread, AtomicBoolean isWanted, Runnable work) {
        if (stopping || !isWanted.compareAndSet(false, true)) {
            return;
        }
        try {
            thread.execute(() -> {
                isWanted.set(false);
                work.run();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Other nodes, or the next start, deliver the events");
        }
    }

    @UntilShutdown
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        var before = clock.instant().minus(config.retention());
        var names = consumers.stream()
                .filter(EventConsumer::isOn)
                .map(EventConsumer::name)
                .toList();
        Transactions.requiringNew().run(() -> store.purge(before, names));
    }

    /** Returns when everything that was committed before the call has been delivered. */
    public void deliverAll() {
        try {
            notifying.submit(this::notifyAllListeners).get();
            serving.submit(this::serveAll).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * For how long, in nanoseconds, changes of other nodes may have gone unnoticed; 0 if there are no other nodes.
     */
    public long unreadNanos() {
        return listening == null ? 0 : System.nanoTime() - readSince;
    }

    private void notifyAllListeners() {
        try {
            long began = System.nanoTime();
            assignPositions();
            notifyOfOtherNodes();
            readSince = began;
            if (unreachable) {
                unreachable = false;
                LOG.info("Events can be delivered again");
            }
            start(serving, isServingWanted, this::serveAll);
        } catch (RuntimeException e) {
            if (!unreachable && !stopping) {
                unreachable = true;
                LOG.warnf("Events cannot be delivered; retrying: %s", e.getMessage());
                LOG.debug("Events cannot be delivered", e);
            }
        }
    }

    private void serveAll() {
        long last = lastRead;
        for (var consumer : consumers) {
            if (consumer.isOn() && offsets.getOrDefault(consumer.name(), -1L) < last) {
                serve(consumer);
            }
        }
    }

    private void assignPositions() {
        while (feed.hasEventsWithoutPosition()) {
            feed.assignPositions(BATCH);
        }
    }

    private void notifyOfOtherNodes() {
        List<StoredEvent> events;
        do {
            events = feed.after(lastRead, BATCH);
            for (var event : events) {
                if (!event.node().equals(store.node())) {
                    notifyListeners(event.change());
                }
                lastRead = event.position();
            }
        } while (events.size() == BATCH);
    }

    private void notifyListeners(ContentChanged change) {
        for (var listener : ordered()) {
            try {
                listener.changed(change);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e, "%s failed to handle a change", listener.getClass().getSimpleName());
            }
        }
    }

    private List<NodeListener> ordered() {
        if (ordered == null) {
            ordered = listeners.stream()
                    .sorted(Comparator.comparing(NodeListener::isDerived))
                    .toList();
        }
        return ordered;
    }

    private void serve(EventConsumer consumer) {
        try {
            Served served;
            do {
                served = Transactions.requiringNew().call(() -> serveBatch(consumer));
                if (served != null) {
                    offsets.put(consumer.name(), served.offset());
                }
            } while (served != null && served.more() && !stopping);
            failures.remove(consumer.name());
        } catch (RuntimeException e) {
            // Repeating the same failure each second would fill the log.
            if (!e.toString().equals(failures.put(consumer.name(), e.toString())) && !stopping) {
                LOG.errorf(e, "%s failed to handle events; they will be delivered again", consumer.name());
            }
        }
    }

    /** The offset of a consumer, and whether there are more events. */
    private record Served(long offset, boolean more) {}

    /** Null if another node serves the consumer. */
    private Served serveBatch(EventConsumer consumer) {
        var offset = store.lockOffset(consumer.name());
        if (offset.isEmpty()) {
            return null;
        }
        var events = store.after(offset.getAsLong(), BATCH);
        if (events.isEmpty()) {
            return new Served(offset.getAsLong(), false);
        }
        consumer.consume(events);
        var reached = events.get(events.size() - 1).position();
        store.storeOffset(consumer.name(), reached);
        return new Served(reached, events.size() == BATCH);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }
}
