package io.masthead.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResizePlanTest {

    @ParameterizedTest
    @CsvSource({
        "800,600,400,400,400,300",
        "800,600,400,0,400,300",
        "800,600,0,150,200,150",
        "800,600,8000,8000,800,600",
        "10000,1,10,10,10,1"
    })
    void contain_keeps_the_whole_image(
            int width, int height, int maxWidth, int maxHeight, int newWidth, int newHeight) {
        assertThat(ResizePlan.contain(width, height, maxWidth, maxHeight))
                .isEqualTo(new ResizePlan(0, 0, width, height, newWidth, newHeight));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,0.5,200,0",
        "0,0,0,0",
        "1,1,400,0",
        "0.31,0.9,10,0",
        "0.05,0.5,0,0",
    })
    void cover_cuts_around_the_focal_point(double x, double y, int left, int top) {
        assertThat(ResizePlan.cover(1000, 600, 100, 100, new FocalPoint(x, y)))
                .isEqualTo(new ResizePlan(left, top, 600, 600, 100, 100));
    }

    @Test
    void cover_never_enlarges_and_keeps_the_proportions_of_the_box() {
        assertThat(ResizePlan.cover(800, 600, 1000, 1000, FocalPoint.CENTRE))
                .isEqualTo(new ResizePlan(100, 0, 600, 600, 600, 600));
        assertThat(ResizePlan.cover(800, 600, 1600, 400, FocalPoint.CENTRE))
                .isEqualTo(new ResizePlan(0, 200, 800, 200, 800, 200));
        assertThat(ResizePlan.cover(3, 2, 1000, 1, FocalPoint.CENTRE).height()).isEqualTo(1);
    }

    @Test
    void cover_with_one_length_is_contain() {
        assertThat(ResizePlan.cover(800, 600, 400, 0, FocalPoint.CENTRE))
                .isEqualTo(ResizePlan.contain(800, 600, 400, 0));
    }

    @Test
    void every_plan_stays_within_its_original() {
        for (int width = 1; width < 40; width++) {
            for (int height = 1; height < 40; height++) {
                for (int box = 1; box < 60; box += 7) {
                    assertWithin(ResizePlan.cover(width, height, box, 61 - box, new FocalPoint(1, 0.2)), width, height);
                    assertWithin(ResizePlan.contain(width, height, box, 61 - box), width, height);
                }
            }
        }
    }

    @Test
    void a_box_without_lengths_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> ResizePlan.contain(1, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResizePlan.contain(1, 1, -1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResizePlan(0, 0, 10, 10, 11, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_focal_point_lies_within_the_image(double value) {
        assertThatThrownBy(() -> new FocalPoint(value, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FocalPoint(0.5, value)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertWithin(ResizePlan plan, int width, int height) {
        assertThat(plan.x() + plan.cropWidth()).isLessThanOrEqualTo(width);
        assertThat(plan.y() + plan.cropHeight()).isLessThanOrEqualTo(height);
    }
}
