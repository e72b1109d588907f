package io.masthead.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.People;
import io.masthead.user.Role;
import io.masthead.user.credential.Device;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A single database statement decides, so one node and several behave the same. */
@OnBothDatabases
@QuarkusTest
class RefreshRaceTest {

    private static final int AT_ONCE = 50;
    private static final int TIMES = 10;
    private static final Device DEVICE = new Device("192.0.2.1", "test");

    @Inject
    Sessions sessions;

    private final People people = new People();

    @Test
    void many_uses_at_once_get_one_successor() throws Exception {
        var ada = people.with(Role.SUBSCRIBER);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < TIMES; i++) {
                var token = ada.signsIn().refreshToken();
                var successors = successors(token, threads);
                assertThat(successors).as("try %d", i).hasSize(1).doesNotContain(token);
                ada.refreshes(successors.iterator().next()).statusCode(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Set<String> successors(String token, ExecutorService threads) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        Callable<String> use = () -> {
            barrier.await(20, TimeUnit.SECONDS);
            return sessions.refresh(token, DEVICE).refreshToken();
        };
        List<Future<String>> uses = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            uses.add(threads.submit(use));
        }
        var successors = new HashSet<String>();
        for (var result : uses) {
            successors.add(result.get(30, TimeUnit.SECONDS));
        }
        return successors;
    }
}
