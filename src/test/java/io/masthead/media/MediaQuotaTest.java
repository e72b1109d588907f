package io.masthead.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.type.FileFacts;
import io.masthead.media.type.FileType;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class MediaQuotaTest {

    @Inject
    MediaStore store;

    @Inject
    MediaFileRepository files;

    @Inject
    Clock clock;

    @Test
    void a_new_file_must_fit_into_the_quota_and_known_bytes_take_no_room() throws IOException {
        var content = UUID.randomUUID().toString();
        var kept = new AtomicReference<StorageKey>();
        assertThatThrownBy(() -> place(content, 1, kept))
                .isInstanceOf(CmsException.class)
                .hasMessageContaining("may take 1 bytes")
                .satisfies(
                        refused -> assertThat(((CmsException) refused).code()).isEqualTo(ErrorCode.STORAGE_FULL));
        assertThat(kept).hasNullValue();

        place(content, 0, kept);
        assertThat(store.find(kept.get())).isPresent();
        var first = kept.get();
        place(content, 1, kept);
        assertThat(kept).hasValue(first);
        place(content + " and more", Long.MAX_VALUE / 2, kept);
        assertThat(kept.get()).isNotEqualTo(first);
    }

    private void place(String content, long quota, AtomicReference<StorageKey> kept) throws IOException {
        var placement = new FilePlacement(store, files, clock, config(quota));
        try (var file = store.receive(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), 1_000)) {
            placement.place(file, new FileFacts(FileType.TEXT, null, null), "quota.txt", row -> {
                kept.set(row.get().key());
                return 1;
            });
        }
    }

    private static UploadConfig config(long quota) {
        return new UploadConfig() {
            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.TEN);
            }

            @Override
            public MemorySize quota() {
                return new MemorySize(BigInteger.valueOf(quota));
            }
        };
    }
}
