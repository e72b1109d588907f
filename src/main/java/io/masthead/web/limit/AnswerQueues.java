package io.masthead.web.limit;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All responses that wait for their clients; if they exceed the limit, the slowest client is disconnected. */
@Singleton
class AnswerQueues {

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<ConnectionGuard> waiting = ConcurrentHashMap.newKeySet();

    AnswerQueues(AnswerConfig config) {
        this.mostBytes = config.queued().asLongValue();
    }

    /**
     * @param before the number of waiting bytes of this connection so far
     * @param now the number of bytes that wait now
     */
    void changed(ConnectionGuard connection, long before, long now) {
        if (now > 0) {
            waiting.add(connection);
        } else {
            waiting.remove(connection);
        }
        if (bytes.addAndGet(now - before) > mostBytes && now > before) {
            shed();
        }
    }

    long bytes() {
        return bytes.get();
    }

    private void shed() {
        // Other threads change the waiting times meanwhile, so they are copied before sorting.
        var slowest = waiting.stream()
                .map(one -> new Waiting(one, one.waitingSince()))
                .sorted(Comparator.comparingLong(Waiting::since))
                .map(Waiting::connection)
                .toList();
        long excess = bytes.get() - mostBytes;
        for (var connection : slowest) {
            if (excess <= 0) {
                return;
            }
            excess -= connection.queued();
            connection.cutOff("too many responses are waiting for their clients");
        }
    }

    private record Waiting(ConnectionGuard connection, long since) {}
}
