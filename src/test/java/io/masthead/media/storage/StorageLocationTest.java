package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageLocationTest {

    @Test
    void a_folder_is_named_by_its_path() {
        assertThat(StorageLocation.folder("file:./data/media")).isEqualTo(Path.of("./data/media"));
        assertThat(StorageLocation.folder(" FILE:/srv/media ")).isEqualTo(Path.of("/srv/media"));
        assertThat(StorageLocation.folder("file:///srv/media")).isEqualTo(Path.of("/srv/media"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "./data", "s3://bucket/prefix", "file:", "file://host/x", "file:a\0b"})
    void nothing_else_is_a_store(String setting) {
        assertThatThrownBy(() -> StorageLocation.folder(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
