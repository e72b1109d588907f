package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import io.masthead.platform.event.Subject;
import io.masthead.testsupport.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordsTest {

    private static final String PASSWORD = "correct horse battery";

    /** Of {@link #PASSWORD}, made with the reference implementation at the default cost. */
    private static final String CURRENT =
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg" + "$69I7qCjDTsQwhQqFvpQJiqEI0lGQvxC84fXE0Ktxca4";

    /** The same at a lower cost. */
    private static final String OUTDATED =
            "$argon2id$v=19$m=7168,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg" + "$usyZVoRv2dU7z6jxmngvu0fJ1V3Gq4bE2VOeFd2R6ss";

    private static final String WORDPRESS = "$wp$2y$05$abcdefghijklmnopqrstuuSWhiHJHydaBXVMWmjx2HNPUDSd0M7h2";

    /** The users whose access has changed. */
    @Singleton
    static class Changes implements NodeListener {

        final List<Long> users = new CopyOnWriteArrayList<>();

        @Override
        public void changed(ContentChanged change) {
            if (change.subject() == Subject.CREDENTIAL) {
                users.add(change.id());
            }
        }
    }

    @Inject
    Passwords passwords;

    @Inject
    PasswordRepository repository;

    @Inject
    HashingBulkhead bulkhead;

    private final Tokens tokens = new Tokens();

    @Inject
    Changes changes;

    @Inject
    EntityManager entities;

    private long user;

    @BeforeEach
    void addUser() {
        user = tokens.newcomer().id();
    }

    @Test
    void a_user_has_the_password_that_was_stored_last() {
        assertThat(passwords.has(user)).isFalse();
        assertThat(passwords.verify(user, PASSWORD)).isFalse();

        store(passwords.hash("password", PASSWORD));
        assertThat(passwords.has(user)).isTrue();
        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(passwords.verify(user, "correct horse batterie")).isFalse();
        var changedAt = changedAt();

        store(passwords.hash("password", "another horse"));
        assertThat(passwords.verify(user, PASSWORD)).isFalse();
        assertThat(passwords.verify(user, "another horse")).isTrue();
        assertThat(changedAt()).isAfter(changedAt);
        assertThat(changes.users).containsSubsequence(user, user);
    }

    @Test
    void the_password_of_one_user_is_not_that_of_another() {
        store(CURRENT);
        long other = tokens.newcomer().id();

        assertThat(passwords.verify(other, PASSWORD)).isFalse();
        assertThat(passwords.verify(null, PASSWORD)).isFalse();
        assertThat(passwords.verify(Long.MAX_VALUE, PASSWORD)).isFalse();
    }

    @Test
    void a_hash_at_the_present_cost_stays() {
        store(CURRENT);

        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(stored()).isEqualTo(CURRENT);
    }

    @Test
    void a_right_password_replaces_a_cheaper_hash_and_changes_nothing_else() {
        store(OUTDATED);
        var changedAt = changedAt();
        changes.users.clear();

        assertThat(passwords.verify(user, "wrong horse battery")).isFalse();
        assertThat(stored()).isEqualTo(OUTDATED);
        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(stored()).startsWith("$argon2id$v=19$m=8192,t=1,p=1$");
        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(passwords.verify(user, "wrong horse battery")).isFalse();
        assertThat(changedAt()).isEqualTo(changedAt);
        assertThat(changes.users).doesNotContain(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORDPRESS,
                "$P$BCDEFGHIJorc9hfx8mq1yQBWURO0RY1",
                "$2y$05$abcdefghijklmnopqrstuuD3mHdCr44zlIZ.VZCaYRpfQhXMYnEo."
            })
    void a_password_of_wordpress_opens_and_its_hash_becomes_ours(String hash) {
        importHash(hash);

        assertThat(passwords.has(user)).isTrue();
        assertThat(passwords.verify(user, "wrong horse battery")).isFalse();
        assertThat(stored()).isEqualTo(hash);
        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(stored()).startsWith("$argon2id$");
        assertThat(passwords.verify(user, PASSWORD)).isTrue();
        assertThat(changes.users).contains(user);
    }

    @Test
    void what_wordpress_has_trimmed_is_hashed_as_it_was_typed() {
        importHash(WORDPRESS);

        assertThat(passwords.verify(user, PASSWORD + " ")).isTrue();
        assertThat(passwords.verify(user, PASSWORD + " ")).isTrue();
        assertThat(passwords.verify(user, PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "5f4dcc3b5aa765d61d8327deb882cf99",
                CURRENT,
                "$2y$31$abcdefghijklmnopqrstuuSWhiHJHydaBXVMWmjx2HNPUDSd0M7h2",
                "$wp$2y$31$abcdefghijklmnopqrstuuSWhiHJHydaBXVMWmjx2HNPUDSd0M7h2",
                "$P$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"
            })
    void hashes_of_unknown_formats_or_excessive_cost_are_not_imported(String hash) {
        assertThatThrownBy(() -> importHash(hash)).isInstanceOfSatisfying(CmsException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("hash");
        });
        assertThat(passwords.has(user)).isFalse();
    }

    @Test
    void a_stored_hash_that_asks_for_gigabytes_matches_nothing() {
        store(CURRENT.replace("m=19456", "m=4194304"));

        assertThat(passwords.verify(user, PASSWORD)).isFalse();
    }

    @Test
    void a_password_that_was_changed_meanwhile_is_not_overwritten_by_a_new_hash_of_the_old_one() {
        store(CURRENT);

        QuarkusTransaction.requiringNew().run(() -> repository.replace(user, OUTDATED, WORDPRESS));
        assertThat(stored()).isEqualTo(CURRENT);
        QuarkusTransaction.requiringNew().run(() -> repository.replace(user, CURRENT, WORDPRESS));
        assertThat(stored()).isEqualTo(WORDPRESS);
    }

    @Test
    void nothing_is_hashed_while_a_transaction_holds_a_connection() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> passwords.verify(user, PASSWORD)))
                .isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> passwords.hash("password", PASSWORD)))
                .isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> passwords.store(user, CURRENT)).isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> passwords.importHash(user, WORDPRESS)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void the_rules_are_asked_before_anything_is_hashed() {
        refused("seven77", "too_short");
        refused("PassWord1", "too_common");
        assertThatThrownBy(() -> passwords.hash("password", "Ada Lovelace", "ada lovelace", null))
                .hasMessageContaining("login");
    }

    @Test
    void one_megabyte_is_refused_and_wrong() {
        store(CURRENT);
        var megabyte = "x".repeat(1_000_000);

        refused(megabyte, "too_long");
        assertThat(passwords.verify(user, megabyte)).isFalse();
    }

    @Test
    void passwords_that_share_72_bytes_differ() {
        var first = "a".repeat(72) + "first";
        store(passwords.hash("password", first));

        assertThat(passwords.verify(user, first)).isTrue();
        assertThat(passwords.verify(user, "a".repeat(72) + "other")).isFalse();
        assertThat(passwords.verify(user, "a".repeat(72))).isFalse();
    }

    @Test
    void sixty_four_emoji_work() {
        store(passwords.hash("password", "🔑".repeat(64)));

        assertThat(passwords.verify(user, "🔑".repeat(64))).isTrue();
        assertThat(passwords.verify(user, "🔑".repeat(63))).isFalse();
        assertThat(passwords.verify(user, "🔒".repeat(64))).isFalse();
    }

    @Test
    void blanks_and_case_stay_untouched() {
        store(passwords.hash("password", "  Two Blanks  "));

        assertThat(passwords.verify(user, "  Two Blanks  ")).isTrue();
        assertThat(passwords.verify(user, "Two Blanks")).isFalse();
        assertThat(passwords.verify(user, "  two blanks  ")).isFalse();
    }

    @Test
    void all_hashing_waits_while_as_many_hash_as_may() {
        int atOnce = bulkhead.atOnce();
        assertThat(atOnce)
                .isPositive()
                .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        var inside = new CountDownLatch(atOnce);
        var end = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(atOnce + 2);
        try {
            for (int i = 0; i < atOnce; i++) {
                threads.execute(() -> bulkhead.run(() -> {
                    inside.countDown();
                    return awaited(end);
                }));
            }
            assertThat(awaited(inside)).isTrue();
            var waiting = Stream.<Runnable>of(
                            () -> passwords.verify(null, PASSWORD), () -> passwords.hash("password", PASSWORD))
                    .map(hashing -> CompletableFuture.runAsync(hashing, threads))
                    .toArray(CompletableFuture[]::new);
            await().until(() -> bulkhead.waiting() == 2);
            end.countDown();
            CompletableFuture.allOf(waiting).join();
        } finally {
            end.countDown();
            threads.shutdown();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> passwords.hash("new_password", password))
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("new_password");
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }

    private void store(String hash) {
        QuarkusTransaction.requiringNew().run(() -> passwords.store(user, hash));
    }

    private void importHash(String hash) {
        QuarkusTransaction.requiringNew().run(() -> passwords.importHash(user, hash));
    }

    private String stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.find(user).orElseThrow());
    }

    private Instant changedAt() {
        return QuarkusTransaction.requiringNew().call(() -> (Instant) entities.createNativeQuery(
                        "select changed_at from user_password" + " where user_id = :user", Instant.class)
                .setParameter("user", user)
                .getSingleResult());
    }
}
