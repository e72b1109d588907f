package io.masthead.media.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @Test
    void only_the_last_part_of_a_path_that_can_be_seen_is_kept() {
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.of("C:\\pictures\\a.png")).isEqualTo("a.png");
        assertThat(FileName.of("a\u202egnp.exe\0\n")).isEqualTo("agnp.exe");
        assertThat(FileName.of("Fähre 🚢.png")).isEqualTo("Fähre 🚢.png");
        assertThat(FileName.of("a/")).isEmpty();
    }

    @Test
    void a_title_is_the_name_without_its_extension() {
        assertThat(FileName.title("a.b.png")).isEqualTo("a.b");
        assertThat(FileName.title(".png")).isEqualTo(".png");
        assertThat(FileName.title("🚢".repeat(300))).isEqualTo("🚢".repeat(200));
    }

    @ParameterizedTest
    @CsvSource({
        "ferry-0a1b2c3d4e5f.jpg,ferry-edited.jpg",
        "ferry-edited-0a1b2c3d4e5f6789abcd.png,ferry-edited.png",
        "a-1-0a1b2c3d4e5f.webp,a-1-edited.webp"
    })
    void an_edited_file_is_called_after_its_original(String stored, String edited) {
        assertThat(FileName.edited(stored)).isEqualTo(edited);
    }
}
