package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final StorageKey KEY = new StorageKey("2026/05/a-0123456789ab.png");
    private static final StorageKey OTHER = new StorageKey("2026/05/b-0123456789ab.png");
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("media"));
    }

    @Test
    void a_received_file_is_kept_under_its_key() throws IOException {
        try (var staged = received()) {
            assertThat(staged.size()).isEqualTo(3);
            assertThat(staged.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
            assertThat(store.find(KEY)).isEmpty();
            assertThat(store.keep(staged, KEY)).isTrue();
        }
        assertThat(store.find(KEY)).hasValueSatisfying(path -> assertThat(path).hasBinaryContent(BYTES));
        assertThat(files()).containsExactly("2026/05/a-0123456789ab.png");
        store.remove(KEY);
        store.remove(KEY);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_key_with_a_file_is_not_taken() throws IOException {
        try (var first = received();
                var second = store.receive(new ByteArrayInputStream(new byte[] {9}), 10)) {
            assertThat(store.keep(first, KEY)).isTrue();
            assertThat(store.keep(second, KEY)).isFalse();
        }
        assertThat(store.find(KEY)).hasValueSatisfying(path -> assertThat(path).hasBinaryContent(BYTES));
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_is_too_large_or_breaks_off_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(BYTES), 2))
                .isInstanceOf(TooManyBytesException.class);
        assertThatThrownBy(() -> store.receive(broken(), 100)).isInstanceOf(UnreadableBodyException.class);
        received().close();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_disk_that_is_full_is_told_from_other_failures() throws IOException {
        try (var staged = received()) {
            assertThatThrownBy(() -> store.rewrite(staged, failing("No space left on device")))
                    .isInstanceOf(StoreFullException.class);
            assertThatThrownBy(() -> store.rewrite(staged, failing("Input/output error")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(StoreFullException.class);
            assertThat(files()).containsExactly(".incoming/" + staged.path().getFileName());
            assertThat(staged.path()).hasBinaryContent(BYTES);
        }
    }

    /** Writes some bytes before. */
    private static MediaStore.Rewriting<RuntimeException> failing(String message) {
        return (source, target) -> {
            Files.write(target, BYTES);
            throw new IOException(message);
        };
    }

    @Test
    void links_do_not_lead_out_of_the_folder() throws IOException {
        var secret = Files.write(folder.resolve("secret"), BYTES);
        var month = Files.createDirectories(folder.resolve("media/2026/05"));
        Files.createSymbolicLink(month.resolve(KEY.fileName()), secret);
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void what_nothing_refers_to_is_swept_after_its_time() throws IOException {
        keep(KEY);
        keep(OTHER);
        var young = new StorageKey("2026/05/c-0123456789ab.png");
        keep(young);
        var temporary = received();
        var arriving = received();
        var foreign = Files.write(folder.resolve("media/2026/05/README"), BYTES);
        var stray = Files.write(folder.resolve("media/2026/stray"), BYTES);
        dated(NOON.minus(DAY), store.find(KEY).get(), store.find(OTHER).get(), temporary.path(), foreign, stray);
        dated(NOON, store.find(young).get(), arriving.path());

        assertThat(store.sweep(NOON.plusSeconds(1), keys -> Set.of(KEY))).isEqualTo(1);
        var setAside = ".removed/2026-05-03/" + OTHER.value().replace('/', '-');
        assertThat(files())
                .containsExactlyInAnyOrder(
                        KEY.value(),
                        young.value(),
                        "2026/05/README",
                        "2026/stray",
                        ".incoming/" + arriving.path().getFileName(),
                        setAside);
        assertThat(store.sweep(NOON.plus(DAY.multipliedBy(29)), keys -> Set.of(KEY, young)))
                .isZero();
        assertThat(files())
                .containsExactlyInAnyOrder(KEY.value(), young.value(), "2026/05/README", "2026/stray", setAside);
        assertThat(store.sweep(NOON.plus(DAY.multipliedBy(32)), keys -> Set.of(KEY, young)))
                .isZero();
        assertThat(files()).containsExactlyInAnyOrder(KEY.value(), young.value(), "2026/05/README", "2026/stray");
        assertThat(new FolderStore(folder.resolve("none")).sweep(NOON, keys -> Set.of()))
                .isZero();
    }

    private static void dated(Instant time, Path... files) throws IOException {
        for (var file : files) {
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private void keep(StorageKey key) throws IOException {
        try (var staged = received()) {
            assertThat(store.keep(staged, key)).isTrue();
        }
    }

    private StagedFile received() throws IOException {
        return store.receive(new ByteArrayInputStream(BYTES), 3);
    }

    /** Ends with a failure after some bytes. */
    private static InputStream broken() {
        return new SequenceInputStream(new ByteArrayInputStream(BYTES), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
    }

    private List<String> files() throws IOException {
        var root = folder.resolve("media");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList();
        }
    }
}
