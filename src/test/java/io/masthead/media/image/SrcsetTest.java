package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.media.image.Srcset.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SrcsetTest {

    @Test
    void candidates_are_printed_from_narrow_to_wide() {
        var srcset = Srcset.of(List.of(
                new Candidate("/media/1/1024x683/a.jpg", 1024),
                new Candidate("/media/1/300x200/a.jpg", 300),
                new Candidate("https://cdn.example/a.jpg?w=2048", 2048)));

        assertThat(srcset)
                .isEqualTo("/media/1/300x200/a.jpg 300w, /media/1/1024x683/a.jpg 1024w,"
                        + " https://cdn.example/a.jpg?w=2048 2048w");
    }

    @Test
    void of_one_width_the_first_is_taken() {
        assertThat(Srcset.of(List.of(new Candidate("/a", 300), new Candidate("/b", 300))))
                .isEqualTo("/a 300w");
    }

    @Test
    void no_url_ends_early() {
        assertThat(Srcset.of(List.of(new Candidate("/a b.jpg", 1), new Candidate("/c,", 2))))
                .isEqualTo("/a%20b.jpg 1w, /c%2C 2w");
    }

    @Test
    void without_candidates_there_is_none() {
        assertThat(Srcset.of(List.of())).isEmpty();
    }
}
