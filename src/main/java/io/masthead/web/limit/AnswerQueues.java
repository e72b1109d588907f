package io.masthead.web.limit;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that waits for clients to read it; where it is too much, the slowest client loses its part.
 */
@Singleton
class AnswerQueues {

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<ConnectionGuard> waiting = ConcurrentHashMap.newKeySet();

    AnswerQueues(AnswerConfig config) {
        this.mostBytes = config.queued().asLongValue();
    }

    /**
     * @param before what was counted of this connection until now
     * @param now what waits there
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
        // Other threads change since when one waits: what is sorted by must stay as it is.
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
            connection.cutOff("too much waits for its clients");
        }
    }

    private record Waiting(ConnectionGuard connection, long since) {}
}
