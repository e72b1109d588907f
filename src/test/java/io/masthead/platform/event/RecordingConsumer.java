package io.masthead.platform.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records its events, and fails if a test wants it to. */
abstract class RecordingConsumer implements EventConsumer {

    final List<StoredEvent> seen = new CopyOnWriteArrayList<>();
    volatile Consumer<StoredEvent> first = event -> {};
    volatile boolean on = true;

    @Override
    public String name() {
        return "test." + getClass().getSimpleName();
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void consume(List<StoredEvent> events) {
        events.forEach(first);
        seen.addAll(events);
    }

    @Singleton
    static class One extends RecordingConsumer {}

    @Singleton
    static class Another extends RecordingConsumer {}

    /** Records the changes that this node is notified of. */
    @Singleton
    static class Listener implements NodeListener {

        final List<ContentChanged> told = new CopyOnWriteArrayList<>();

        @Override
        public void changed(ContentChanged change) {
            told.add(change);
        }
    }
}
