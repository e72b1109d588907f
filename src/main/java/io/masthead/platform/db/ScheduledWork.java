package io.masthead.platform.db;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;

/** Tracks the running work of {@link UntilShutdown}. */
@Singleton
class ScheduledWork {

    private static final Logger LOG = Logger.getLogger(ScheduledWork.class);
    private static final Duration GRACE = Duration.ofSeconds(8);

    /** Work takes the read lock; the shutdown takes the write lock and keeps it. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private volatile boolean stopping;

    /** @return null if the work was not started */
    Object runUnlessStopping(Callable<Object> work) throws Exception {
        if (stopping || !lock.readLock().tryLock()) {
            return null;
        }
        try {
            return stopping ? null : work.call();
        } finally {
            lock.readLock().unlock();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        if (lock.writeLock().tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            lock.writeLock().unlock();
        } else {
            LOG.warn("Scheduled work is still running during the shutdown");
        }
    }
}
