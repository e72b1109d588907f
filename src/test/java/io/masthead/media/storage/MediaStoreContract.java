package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each store promises, wherever it keeps files. */
public abstract class MediaStoreContract {

    protected static final byte[] BYTES = {1, 2, 3};
    protected static final StorageKey KEY = new StorageKey("2026/05/a-0123456789ab.png");
    protected static final StorageKey OTHER = new StorageKey("2026/05/b-0123456789ab.png");
    protected static final StorageKey YOUNG = new StorageKey("2026/05/c-0123456789ab.png");
    protected static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    protected static final Duration DAY = Duration.ofDays(1);

    protected abstract MediaStore store();

    /** The names of all that is kept, without what is arriving. */
    protected abstract List<String> kept() throws IOException;

    /** The names of what is arriving. */
    protected abstract List<String> arriving() throws IOException;

    /** Puts something under a name that the server would not choose. */
    protected abstract void keepForeign(String name) throws IOException;

    /** As if it had been kept then. */
    protected abstract void date(String name, Instant time) throws IOException;

    /** Where the sweep puts what nothing refers to. */
    protected abstract String removedFolder();

    @Test
    void a_received_file_is_kept_under_its_key() throws IOException {
        try (var staged = received()) {
            assertThat(staged.size()).isEqualTo(3);
            assertThat(staged.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
            assertThat(bytes(KEY)).isEmpty();
            assertThat(store().keep(staged, KEY)).isTrue();
        }
        assertThat(bytes(KEY)).contains(BYTES);
        assertThat(kept()).containsExactly(KEY.value());
        assertThat(arriving()).isEmpty();
        store().remove(KEY);
        store().remove(KEY);
        assertThat(bytes(KEY)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_kept_file_can_be_opened_as_a_local_one() throws IOException {
        assertThat(store().open(KEY)).isEmpty();
        keep(KEY);
        try (var local = store().open(KEY).orElseThrow()) {
            assertThat(local.path()).hasBinaryContent(BYTES);
        }
        assertThat(bytes(KEY)).contains(BYTES);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void a_key_with_a_file_is_not_taken() throws IOException {
        try (var first = received();
                var second = store().receive(new ByteArrayInputStream(new byte[] {9}), 10)) {
            assertThat(store().keep(first, KEY)).isTrue();
            assertThat(store().keep(second, KEY)).isFalse();
        }
        assertThat(bytes(KEY)).contains(BYTES);
        assertThat(kept()).hasSize(1);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void what_is_too_large_or_breaks_off_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store().receive(new ByteArrayInputStream(BYTES), 2))
                .isInstanceOf(TooManyBytesException.class);
        assertThatThrownBy(() -> store().receive(broken(), 100)).isInstanceOf(UnreadableBodyException.class);
        received().close();
        assertThat(kept()).isEmpty();
        assertThat(arriving()).isEmpty();
    }

    @Test
    void another_form_of_a_file_is_made_and_kept() throws IOException {
        try (var staged = received();
                var rewritten = store().rewrite(
                                staged,
                                (source, target) ->
                                        Files.write(target, Arrays.copyOf(Files.readAllBytes(source), 5)))) {
            assertThat(rewritten.size()).isEqualTo(5);
            assertThat(staged.path()).hasBinaryContent(BYTES);
            assertThat(store().keep(rewritten, KEY)).isTrue();
        }
        assertThat(bytes(KEY)).contains(new byte[] {1, 2, 3, 0, 0});
        assertThat(arriving()).isEmpty();
    }

    @Test
    void a_disk_that_is_full_is_told_from_other_failures() throws IOException {
        try (var staged = received()) {
            assertThatThrownBy(() -> store().rewrite(staged, failing("No space left on device")))
                    .isInstanceOf(StoreFullException.class);
            assertThatThrownBy(() -> store().rewrite(staged, failing("Input/output error")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(StoreFullException.class);
            assertThat(arriving()).containsExactly(staged.path().getFileName().toString());
            assertThat(staged.path()).hasBinaryContent(BYTES);
        }
    }

    @Test
    void what_nothing_refers_to_is_swept_after_its_time() throws IOException {
        keep(KEY);
        keep(OTHER);
        keep(YOUNG);
        var foreign = List.of("2026/05/README", "2026/stray", "notes/2026/05/x-0123456789ab.png");
        for (var name : foreign) {
            keepForeign(name);
            date(name, NOON.minus(DAY));
        }
        var temporary = received();
        var arriving = received();
        Files.setLastModifiedTime(temporary.path(), FileTime.from(NOON.minus(DAY)));
        Files.setLastModifiedTime(arriving.path(), FileTime.from(NOON));
        date(KEY.value(), NOON.minus(DAY));
        date(OTHER.value(), NOON.minus(DAY));
        date(YOUNG.value(), NOON);

        var asked = new HashSet<StorageKey>();
        assertThat(store().sweep(NOON.plusSeconds(1), keys -> {
                    asked.addAll(keys);
                    return Set.of(KEY);
                }))
                .isEqualTo(1);
        assertThat(asked).containsExactlyInAnyOrder(KEY, OTHER);
        var setAside = removedFolder() + "/2026-05-03/" + OTHER.value().replace('/', '-');
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(with(foreign, KEY.value(), YOUNG.value(), setAside));
        assertThat(arriving()).containsExactly(arriving.path().getFileName().toString());

        assertThat(store().sweep(NOON.plus(DAY.multipliedBy(29)), keys -> Set.of(KEY, YOUNG)))
                .isZero();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(with(foreign, KEY.value(), YOUNG.value(), setAside));
        assertThat(arriving()).isEmpty();
        assertThat(store().sweep(NOON.plus(DAY.multipliedBy(32)), keys -> Set.of(KEY, YOUNG)))
                .isZero();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(with(foreign, KEY.value(), YOUNG.value()));
    }

    @Test
    void an_empty_store_is_swept() throws IOException {
        assertThat(store().sweep(NOON, keys -> Set.of())).isZero();
    }

    /** Writes some bytes before. */
    private static MediaStore.Rewriting<RuntimeException> failing(String message) {
        return (source, target) -> {
            Files.write(target, BYTES);
            throw new IOException(message);
        };
    }

    private static List<String> with(List<String> some, String... others) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all;
    }

    /** Empty if there is no file. */
    protected Optional<byte[]> bytes(StorageKey key) throws IOException {
        var found = store().find(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof FileSource.OnDisk file) {
            return Optional.of(Files.readAllBytes(file.path()));
        }
        try (var in = ((FileSource.Remote) found.get()).read(0, 1_000)) {
            return Optional.of(in.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    protected void keep(StorageKey key) throws IOException {
        try (var staged = received()) {
            assertThat(store().keep(staged, key)).isTrue();
        }
    }

    protected StagedFile received() throws IOException {
        return store().receive(new ByteArrayInputStream(BYTES), 3);
    }

    /** Of all files below a folder. */
    protected static List<String> filesBelow(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList();
        }
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
}
