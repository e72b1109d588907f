package io.masthead.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.CmsException;
import io.masthead.testsupport.People;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What decides is one statement of the database, so it is the same for one node and for many. */
@QuarkusTest
class RefreshRaceTest {

    private static final int AT_ONCE = 50;
    private static final int TIMES = 10;
    private static final Device DEVICE = new Device("192.0.2.1", "test");

    @Inject Sessions sessions;
    @Inject People people;

    @Test
    void s49_of_many_uses_at_once_exactly_one_succeeds() throws Exception {
        var ada = people.with(Role.SUBSCRIBER);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < TIMES; i++) {
                var token = ada.signsIn().refreshToken();
                assertThat(successes(token, threads)).as("try %d", i).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int successes(String token, ExecutorService threads) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        Callable<Boolean> use =
                () -> {
                    barrier.await(20, TimeUnit.SECONDS);
                    sessions.refresh(token, DEVICE);
                    return true;
                };
        List<Future<Boolean>> uses = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            uses.add(threads.submit(use));
        }
        int succeeded = 0;
        for (var result : uses) {
            try {
                succeeded += result.get(30, TimeUnit.SECONDS) ? 1 : 0;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(CmsException.class);
            }
        }
        return succeeded;
    }
}
