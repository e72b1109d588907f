package io.masthead.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FilePassTest {

    @Test
    void each_failure_in_a_row_doubles_the_pause_up_to_half_a_minute() {
        assertThat(FilePass.pauseAfter(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(FilePass.pauseAfter(2)).isEqualTo(Duration.ofMillis(500));
        assertThat(FilePass.pauseAfter(7)).isEqualTo(Duration.ofSeconds(16));
        assertThat(FilePass.pauseAfter(8)).isEqualTo(Duration.ofSeconds(30));
        assertThat(FilePass.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(30));
    }
}
