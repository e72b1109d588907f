package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressSizesTest {

    /** The second was answered by a WordPress; the others were worked out by hand from its rules. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50   | 50   | ''",
                "640  | 480  | medium 300x225, thumbnail 150x150",
                "3000 | 2000 | medium 300x200, large 1024x683, thumbnail 150x150, medium_large 768x512,"
                        + " 1536x1536 1536x1024, 2048x2048 2048x1365",
                "2000 | 3000 | medium 200x300, large 683x1024, thumbnail 150x150, medium_large 768x1152,"
                        + " 1536x1536 1024x1536, 2048x2048 1365x2048",
                // Exactly as large, or larger by a pixel that nobody sees.
                "300  | 300  | thumbnail 150x150",
                "301  | 301  | thumbnail 150x150",
                "302  | 302  | medium 300x300, thumbnail 150x150",
                "768  | 100  | medium 300x39, thumbnail 150x100",
                "769  | 500  | medium 300x195, thumbnail 150x150",
                // Smaller than the box in one direction.
                "1000 | 80   | medium 300x24, thumbnail 150x80, medium_large 768x61",
                "100  | 1000 | medium 30x300, thumbnail 100x150",
                "150  | 150  | ''",
                "151  | 151  | ''",
                // A line of one pixel never vanishes.
                "5000 | 2    | medium 300x1, large 1024x1, thumbnail 150x2, medium_large 768x1,"
                        + " 1536x1536 1536x1, 2048x2048 2048x1",
                // A half goes up, also where binary fractions make a little less of it.
                "720  | 450  | medium 300x188, thumbnail 150x150",
            })
    void sizes_are_those_of_wordpress(int width, int height, String expected) {
        var sizes = WordPressSizes.of(width, height, FocalPoint.CENTRE).stream()
                .map(request -> request.name() + " " + request.plan().width() + "x"
                        + request.plan().height())
                .collect(Collectors.joining(", "));

        assertThat(sizes).isEqualTo(expected);
    }

    @Test
    void the_thumbnail_is_cut_in_the_middle() {
        var thumbnail = WordPressSizes.of(641, 480, FocalPoint.CENTRE).stream()
                .filter(request -> request.name().equals("thumbnail"))
                .findFirst()
                .orElseThrow();

        assertThat(thumbnail.plan()).isEqualTo(new ResizePlan(80, 0, 480, 480, 150, 150));
    }
}
