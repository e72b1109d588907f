package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageLocationTest {

    @Test
    void a_folder_is_named_by_its_path() {
        assertThat(StorageLocation.of("file:./data/media")).isEqualTo(folder("./data/media"));
        assertThat(StorageLocation.of(" FILE:/srv/media ")).isEqualTo(folder("/srv/media"));
        assertThat(StorageLocation.of("file:///srv/media")).isEqualTo(folder("/srv/media"));
    }

    private static StorageLocation folder(String path) {
        return new StorageLocation.Folder(Path.of(path));
    }

    @ParameterizedTest
    @CsvSource({
        "s3://media,media,''",
        "S3://media/,media,''",
        "s3://my.media-1/site,my.media-1,site/",
        "s3://media/sites/one_2.org/,media,sites/one_2.org/"
    })
    void a_bucket_has_a_name_and_perhaps_a_prefix(String setting, String name, String prefix) {
        assertThat(StorageLocation.of(setting)).isEqualTo(new StorageLocation.Bucket(name, prefix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "./data",
                "http://bucket",
                "file:",
                "file://host/x",
                "file:a\0b",
                "s3:",
                "s3:bucket",
                "s3:///prefix",
                "s3://ab",
                "s3://Bucket",
                "s3://-bucket",
                "s3://key:secret@bucket",
                "s3://bucket//prefix",
                "s3://bucket/../prefix",
                "s3://bucket/a/./b",
                "s3://bucket/a b",
                "s3://bucket/a?b"
            })
    void nothing_else_is_a_store(String setting) {
        assertThatThrownBy(() -> StorageLocation.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
