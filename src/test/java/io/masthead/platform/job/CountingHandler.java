package io.masthead.platform.job;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Records its jobs. */
@Singleton
class CountingHandler implements JobHandler {

    static final String KIND = "test.count";

    final List<Long> done = new CopyOnWriteArrayList<>();
    volatile boolean on = true;
    volatile LongConsumer work = subject -> {};

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void run(long subjectId) {
        done.add(subjectId);
        work.accept(subjectId);
    }
}
