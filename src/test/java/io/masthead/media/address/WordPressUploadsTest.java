package io.masthead.media.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressUploadsTest {

    @ParameterizedTest
    @CsvSource({
        "https://lantern.example/wp-content/uploads/2024/05/ferry.jpg, /wp-content/uploads/2024/05/ferry.jpg",
        "http://lantern.example/blog/wp-content/uploads/ferry.jpg?x=1, /wp-content/uploads/ferry.jpg",
        "https://n.example/wp-content/uploads/sites/3/2024/05/a.jpg, /wp-content/uploads/sites/3/2024/05/a.jpg",
        "https://l.example/wp-content/uploads/2024/05/F%C3%A4hre.jpg, /wp-content/uploads/2024/05/Fähre.jpg",
        "https://l.example/wp-content/uploads/2024/05/Fähre.jpg, /wp-content/uploads/2024/05/Fähre.jpg",
        "https://l.example/wp-content/uploads/2024/05/a b.jpg, /wp-content/uploads/2024/05/a b.jpg",
        "https://l.example/wp-content/uploads/2024/05/a+b.jpg, /wp-content/uploads/2024/05/a+b.jpg",
        "https://lantern.files.wordpress.com/2024/05/ferry.jpg, /wp-content/uploads/2024/05/ferry.jpg",
    })
    void the_path_of_a_file_begins_with_the_folder(String url, String path) {
        assertThat(WordPressUploads.path(url)).contains(path);
    }

    @Test
    void letters_with_marks_are_one_character() {
        assertThat(WordPressUploads.path("https://l.example/wp-content/uploads/Fa\u0308hre.jpg"))
                .isEqualTo(WordPressUploads.ofRequest("/wp-content/uploads/F%C3%A4hre.jpg"))
                .contains("/wp-content/uploads/F\u00e4hre.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lantern.example/files/ferry.jpg",
                "https://files.wordpress.com.example/2024/05/ferry.jpg",
                "mailto:ada@lantern.example",
                "https://lantern.example/wp-content/uploads/%zz.jpg",
                "https://lantern.example/wp-content/uploads/%00.jpg",
                "https://lantern.example/wp-content/uploads/%2e%2e/%2e%2e/etc/passwd",
                "https://lantern.example/wp-content/uploads/a|b.jpg",
            })
    void other_urls_have_no_such_path(String url) {
        assertThat(WordPressUploads.path(url)).isEmpty();
    }

    @Test
    void no_file_is_at_a_path_that_cannot_be_kept() {
        assertThat(WordPressUploads.ofRequest("/wp-content/uploads/2024/")).isEqualTo(Optional.empty());
        assertThat(WordPressUploads.ofRequest("/wp-content/themes/a.css")).isEmpty();
        assertThat(WordPressUploads.ofRequest("/wp-content/uploads/" + "a".repeat(500)))
                .isEmpty();
        assertThat(WordPressUploads.ofRequest("/wp-content/uploads/%ED%A0%80%00"))
                .isEmpty();
    }
}
