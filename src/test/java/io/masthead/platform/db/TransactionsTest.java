package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions are repeated after conflicts, however they were begun. */
@OnBothDatabases
@QuarkusTest
class TransactionsTest {

    @Inject
    Work work;

    @BeforeEach
    void nothing_was_tried() {
        work.attempts.clear();
    }

    /** Fails the given number of times. */
    @Singleton
    static class Work {

        final List<Object> attempts = new ArrayList<>();

        @Inject
        EntityManager entities;

        @Transactional
        int ofTheCaller(int failures, Exception failure) throws Exception {
            return attempt(failures, failure);
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        int ofItsOwn(int failures, Exception failure) throws Exception {
            return attempt(failures, failure);
        }

        @Transactional
        int around(int failures, Exception failure) {
            return Transactions.joiningExisting().call(() -> attempt(failures, failure));
        }

        int attempt(int failures, Exception failure) throws Exception {
            attempts.add(entities.getDelegate());
            if (attempts.size() <= failures) {
                throw failure;
            }
            return attempts.size();
        }
    }

    private static RuntimeException sql(String state) {
        return new IllegalStateException(new SQLException("Planted", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "23503", "23505", "23506", "90131"})
    void conflicting_transactions_are_tried_up_to_three_times(String state) throws Exception {
        assertThat(work.ofTheCaller(2, sql(state))).isEqualTo(3);
        assertThat(work.attempts).doesNotHaveDuplicates();
        work.attempts.clear();
        assertThat(work.ofItsOwn(2, sql(state))).isEqualTo(3);
        work.attempts.clear();
        assertThat(Transactions.requiringNew().<Integer>call(() -> work.attempt(2, sql(state))))
                .isEqualTo(3);
        work.attempts.clear();

        assertThatThrownBy(() -> work.ofTheCaller(3, sql(state))).hasRootCauseInstanceOf(SQLException.class);
        assertThat(work.attempts).hasSize(3);
    }

    @Test
    void a_row_that_changed_after_it_was_read_is_read_again() throws Exception {
        assertThat(work.ofTheCaller(1, new OptimisticLockException())).isEqualTo(2);
        work.attempts.clear();
        assertThat(work.ofTheCaller(1, new StaleObjectStateException("Post", 1)))
                .isEqualTo(2);
    }

    @Test
    void a_part_of_a_transaction_is_repeated_with_the_whole_only() {
        assertThat(work.around(1, sql("40P01"))).isEqualTo(2);

        work.attempts.clear();
        assertThatThrownBy(() ->
                        Transactions.requiringNew().run(() -> ignored(() -> work.ofTheCaller(3, sql("40P01")))))
                .isInstanceOf(RuntimeException.class);
        assertThat(work.attempts).hasSize(3);
    }

    @Test
    void a_refusal_and_a_fault_of_ours_are_not_repeated() {
        var refusal = new CmsException(ErrorCode.POST_NOT_FOUND, "Gone.");
        assertThatThrownBy(() -> work.ofTheCaller(1, refusal)).isSameAs(refusal);
        assertThat(work.attempts).hasSize(1);

        assertThatThrownBy(() -> work.ofTheCaller(9, sql("42P01"))).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> work.ofTheCaller(9, sql("55P03"))).hasRootCauseInstanceOf(SQLException.class);
        assertThat(work.attempts).hasSize(3);
    }

    @Test
    void a_batch_keeps_what_a_constraint_refuses_for_itself() {
        var forgotten = new ArrayList<String>();
        var batch = Transactions.ofBatch(Duration.ofMinutes(1), () -> forgotten.add("forgotten"));

        assertThat(batch.<Integer>call(() -> work.attempt(2, sql("40P01")))).isEqualTo(3);
        assertThat(forgotten).hasSize(2);
        work.attempts.clear();
        assertThatThrownBy(() -> batch.call(() -> work.attempt(1, sql("23505"))))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(work.attempts).hasSize(1);
    }

    private static void ignored(Callable<?> call) {
        try {
            call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
