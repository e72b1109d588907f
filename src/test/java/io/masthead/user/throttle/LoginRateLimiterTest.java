package io.masthead.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
@QuarkusTest
class LoginRateLimiterTest {

    @Inject
    LoginRateLimiter attempts;

    @Inject
    AttemptRules rules;

    @Inject
    AttemptRepository stored;

    private final TestClock clock = new TestClock();

    @Inject
    EntityManager entities;

    private final String account = Blog.unique("owner");
    private final String home = Reader.guest().address();

    @AfterEach
    void put_the_clock_right() {
        clock.putRight();
    }

    @Test
    void so_many_are_free_at_once_and_then_one_more_each_minute() {
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);

        clock.putForward(Duration.ofSeconds(61));
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(1);

        clock.putForward(Duration.ofHours(1));
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
    }

    @Test
    void what_could_not_be_checked_uses_nothing_up() {
        var busy = new CmsException(ErrorCode.UNAVAILABLE, "Too many hash at once.");
        for (int i = 0; i < 30; i++) {
            var attempt = attempts.begin(AttemptKind.SIGN_IN, account, home);
            assertThatThrownBy(() -> attempts.trying(attempt, () -> {
                        throw busy;
                    }))
                    .isSameAs(busy);
        }

        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> stored.find(rules.known(AttemptKind.SIGN_IN, account, home))))
                .isEmpty();
    }

    @Test
    void the_refusal_says_when_the_next_one_is_free() {
        tried(AttemptKind.SIGN_IN, account, home, 10);

        assertThatThrownBy(() -> attempts.begin(AttemptKind.SIGN_IN, account, home))
                .isInstanceOfSatisfying(CmsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
                    assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
                    assertThat(refusal).hasMessageContaining("try again in").hasMessageNotContainingAny(account, home);
                });
    }

    @Test
    void refused_attempts_do_not_make_it_longer() {
        tried(AttemptKind.SIGN_IN, account, home, 200);

        clock.putForward(Duration.ofSeconds(61));
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 1)).isEqualTo(1);
    }

    @Test
    void neither_case_nor_another_address_of_the_same_network_is_a_new_start() {
        var network = home.substring(0, home.lastIndexOf("::"));
        var variants = IntStream.range(0, 30)
                .filter(i -> isTaken(
                        AttemptKind.SIGN_IN,
                        i % 2 == 0 ? " " + account.toUpperCase(Locale.ROOT) : account,
                        network + ":%x::%x".formatted(i, i)))
                .count();

        assertThat(variants).isEqualTo(10);
    }

    @Test
    void another_account_each_time_ends_at_the_limit_of_the_address() {
        var free = IntStream.range(0, 40)
                .filter(i -> isTaken(AttemptKind.SIGN_IN, account + i, home))
                .count();

        assertThat(free).isEqualTo(20);
    }

    @Test
    void guessing_from_many_addresses_ends_at_the_limit_of_the_account() {
        var free = IntStream.range(0, 130)
                .filter(i ->
                        isTaken(AttemptKind.SIGN_IN, account, Reader.guest().address()))
                .count();

        assertThat(free).isEqualTo(100);
    }

    @Test
    void the_owner_is_not_shut_out_from_an_address_that_is_known() {
        signIn(account, home);
        IntStream.range(0, 130)
                .forEach(i ->
                        isTaken(AttemptKind.SIGN_IN, account, Reader.guest().address()));
        IntStream.range(0, 40).forEach(i -> isTaken(AttemptKind.SIGN_IN, account + i, home));

        assertThat(tried(AttemptKind.SIGN_IN, account, Reader.guest().address(), 1))
                .isZero();
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
    }

    @Test
    void an_address_is_known_for_a_month() {
        signIn(account, home);
        clock.putForward(Duration.ofDays(29));
        for (int i = 0; i < 130; i++) {
            isTaken(AttemptKind.SIGN_IN, account, Reader.guest().address());
        }
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 1)).isEqualTo(1);

        clock.putForward(Duration.ofDays(31));
        for (int i = 0; i < 130; i++) {
            isTaken(AttemptKind.SIGN_IN, account, Reader.guest().address());
        }
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 1)).isZero();
    }

    @Test
    void a_successful_sign_in_resets_the_count() {
        tried(AttemptKind.SIGN_IN, account, home, 9);
        signIn(account, home);

        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
    }

    @Test
    void an_account_of_ones_own_buys_no_guesses_at_others() {
        var own = Blog.unique("own");
        var free = 0;
        for (int i = 0; i < 60; i++) {
            free += isTaken(AttemptKind.SIGN_IN, account + i, home) ? 1 : 0;
            try {
                attempts.succeeded(attempts.begin(AttemptKind.SIGN_IN, own, home));
            } catch (CmsException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            }
        }

        assertThat(free).isBetween(19, 20);
    }

    @Test
    void codes_count_for_the_account_from_wherever_they_come() {
        var free = IntStream.range(0, 20)
                .filter(i -> isTaken(
                        AttemptKind.SECOND_FACTOR, account, Reader.guest().address()))
                .count();

        assertThat(free).isEqualTo(5);
    }

    @Test
    void but_not_for_the_owner_where_the_owner_is_known() {
        attempts.succeeded(attempts.begin(AttemptKind.SECOND_FACTOR, account, home));
        for (int i = 0; i < 20; i++) {
            isTaken(AttemptKind.SECOND_FACTOR, account, Reader.guest().address());
        }

        assertThat(tried(AttemptKind.SECOND_FACTOR, account, home, 20)).isEqualTo(5);
    }

    @Test
    void a_login_that_looks_like_an_id_makes_no_address_known_for_that_user() {
        signIn("4711", home);
        for (int i = 0; i < 20; i++) {
            isTaken(AttemptKind.SECOND_FACTOR, "4711", Reader.guest().address());
        }

        assertThat(tried(AttemptKind.SECOND_FACTOR, "4711", home, 1)).isZero();
    }

    @Test
    void the_number_of_mails_is_limited() {
        var mails = IntStream.range(0, 20)
                .filter(i -> isTaken(
                        AttemptKind.PASSWORD_RESET, account, Reader.guest().address()))
                .count();

        assertThat(mails).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFRESH", "TOKEN", "POST_PASSWORD"})
    void what_has_no_account_counts_its_failures_for_the_address(AttemptKind kind) {
        for (int i = 0; i < 20; i++) {
            attempts.requireOpen(kind, home);
            attempts.failed(kind, home);
        }

        assertRefused(() -> attempts.requireOpen(kind, home));
        assertRefused(() -> attempts.failed(kind, home));
        assertRefused(() -> anotherNode().requireOpen(kind, home));
        attempts.requireOpen(kind, Reader.guest().address());

        clock.putForward(Duration.ofSeconds(31));
        attempts.requireOpen(kind, home);
        anotherNode().requireOpen(kind, home);
    }

    @Test
    void kinds_are_counted_apart() {
        tried(AttemptKind.SIGN_IN, account, home, 30);
        for (int i = 0; i < 20; i++) {
            attempts.failed(AttemptKind.TOKEN, home);
        }

        attempts.requireOpen(AttemptKind.REFRESH, home);
        assertThat(tried(AttemptKind.PASSWORD_RESET, account, home, 1)).isEqualTo(1);
    }

    @Test
    void only_refusals_of_the_credential_count_as_failures() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.counting(AttemptKind.REFRESH, home, () -> "fine"))
                    .isEqualTo("fine");
            assertThatThrownBy(() -> refusedWith(ErrorCode.VALIDATION_FAILED)).hasMessage("VALIDATION_FAILED");
        }
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> refusedWith(ErrorCode.CREDENTIALS_WRONG)).hasMessage("CREDENTIALS_WRONG");
        }

        assertRefused(() -> refusedWith(ErrorCode.CREDENTIALS_WRONG));
    }

    @Test
    void of_fifty_at_once_on_two_nodes_exactly_as_many_pass_as_may() throws Exception {
        var nodes = List.of(attempts, anotherNode());
        var barrier = new CyclicBarrier(50);
        var threads = Executors.newFixedThreadPool(50);
        try {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 50; i++) {
                var node = nodes.get(i % 2);
                tries.add(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return isTaken(node, AttemptKind.SIGN_IN, account, home);
                });
            }
            var passed = 0;
            for (var one : threads.invokeAll(tries)) {
                passed += one.get() ? 1 : 0;
            }

            assertThat(passed).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each locks the counts of its attempt, and the two share some: none may wait for the other in turn. */
    @Test
    void right_and_wrong_attempts_at_once_leave_the_counts_as_one_after_the_other() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var right = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 40; i++) {
                right.add(() -> {
                    signIn(account, home);
                    return null;
                });
                right.add(() -> {
                    signIn(account + " friend", home);
                    return null;
                });
            }
            for (var one : threads.invokeAll(right)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
        var free = IntStream.range(0, 40)
                .filter(i -> isTaken(AttemptKind.SIGN_IN, account + i, home))
                .count();
        assertThat(free).isEqualTo(20);
    }

    @Test
    void what_counts_no_more_is_forgotten() {
        var before = names();
        tried(AttemptKind.SIGN_IN, account, home, 1);
        tried(AttemptKind.SIGN_IN, account, home, 5);
        var mine = new ArrayList<>(names());
        mine.removeAll(before);
        assertThat(mine).hasSize(4); // three counts, and the address, which is not known yet

        attempts.purge();
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(4);

        clock.putForward(Duration.ofDays(60));
        attempts.purge();
        assertThat(names()).doesNotContainAnyElementsOf(mine);
    }

    @Test
    void a_wrong_clock_locks_nobody_out() {
        clock.putForward(Duration.ofDays(1));
        tried(AttemptKind.SIGN_IN, account, home, 30);
        for (int i = 0; i < 20; i++) {
            attempts.failed(AttemptKind.TOKEN, home);
        }
        assertRefused(() -> attempts.failed(AttemptKind.TOKEN, home));

        clock.putRight();
        assertThat(tried(AttemptKind.SIGN_IN, account, home, 30)).isEqualTo(10);
        attempts.requireOpen(AttemptKind.TOKEN, home);
        attempts.failed(AttemptKind.TOKEN, home);
    }

    @Test
    void rows_do_not_identify_users() {
        signIn(account, home);
        tried(AttemptKind.SIGN_IN, account, home, 1);

        assertThat(names()).isNotEmpty().allMatch(name -> name.matches("[A-Za-z0-9_-]{43}"));
    }

    private LoginRateLimiter anotherNode() {
        return new LoginRateLimiter(rules, stored, clock);
    }

    private void refusedWith(ErrorCode code) {
        attempts.counting(AttemptKind.REFRESH, home, () -> {
            throw new CmsException(code, code.name());
        });
    }

    private void signIn(String who, String from) {
        attempts.succeeded(attempts.begin(AttemptKind.SIGN_IN, who, from));
    }

    /** How many of these attempts were allowed. */
    private int tried(AttemptKind kind, String who, String from, int times) {
        return (int) IntStream.range(0, times)
                .filter(time -> isTaken(kind, who, from))
                .count();
    }

    private boolean isTaken(AttemptKind kind, String who, String from) {
        return isTaken(attempts, kind, who, from);
    }

    private static boolean isTaken(LoginRateLimiter node, AttemptKind kind, String who, String from) {
        try {
            node.begin(kind, who, from);
            return true;
        } catch (CmsException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            return false;
        }
    }

    private static void assertRefused(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS));
    }

    private List<String> names() {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select name from attempt", String.class)
                        .getResultList());
        return found.stream().map(String.class::cast).toList();
    }
}
