package io.masthead.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void a_single_range_is_read() {
        assertThat(ByteRange.of("bytes=0-9", 100)).isEqualTo(new ByteRange(0, 10));
        assertThat(ByteRange.of("BYTES=90-", 100)).isEqualTo(new ByteRange(90, 10));
        assertThat(ByteRange.of("bytes=-500", 100)).isEqualTo(new ByteRange(0, 100));
        assertThat(ByteRange.of("bytes=99-999999999999999999", 100)).isEqualTo(new ByteRange(99, 1));
        assertThat(ByteRange.of("bytes=0-9", 100).header(100)).isEqualTo("bytes 0-9/100");
    }

    @Test
    void what_has_no_byte_is_unsatisfiable() {
        assertThat(ByteRange.of("bytes=100-", 100).isSatisfiable()).isFalse();
        assertThat(ByteRange.of("bytes=-0", 100).isSatisfiable()).isFalse();
        assertThat(ByteRange.of("bytes=-0", 100).header(100)).isEqualTo("bytes */100");
    }

    @Test
    void all_else_is_the_whole_file() {
        for (var other : new String[] {
            null,
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=1-0",
            "bytes=0-1,2-3",
            "bytes=9999999999999999999-",
            "items=0-1"
        }) {
            assertThat(ByteRange.of(other, 100)).as(other).isNull();
        }
    }
}
