package io.masthead.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.imports.files.FileOrigin;
import io.masthead.user.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportOptionsTest {

    @Test
    void what_is_stored_is_read_again() {
        for (var files : new FileOrigin[] {FileOrigin.NONE, FileOrigin.FETCH, FileOrigin.folder(Path.of("uploads"))}) {
            var options = new ImportOptions(
                    Map.of("ada", "admin"),
                    Map.of("ben", Role.AUTHOR),
                    Role.EDITOR,
                    true,
                    files,
                    true,
                    "https://old.example",
                    true);
            assertThat(ImportOptions.of(options.toJson())).isEqualTo(options);
        }
    }

    @Test
    void options_of_earlier_versions_want_no_files() {
        var stored = Map.<String, Object>of(
                "users", Map.of(), "roles", Map.of(), "defaultRole", "SUBSCRIBER", "settings", false);
        assertThat(ImportOptions.of(stored)).isEqualTo(ImportOptions.DEFAULT);
    }

    @Test
    void a_folder_is_known_by_its_absolute_path() {
        assertThat(FileOrigin.folder(Path.of("fetch")).uploads()).isAbsolute();
        assertThatThrownBy(() -> new FileOrigin(FileOrigin.Kind.FOLDER, Path.of("fetch")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
