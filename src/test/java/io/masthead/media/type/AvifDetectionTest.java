package io.masthead.media.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AVIF is told by any of its brands, and other files in the same container stay what they are. */
class AvifDetectionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "avif, mif1, image/avif",
        "mif1, avif, image/avif",
        "avis, msf1, image/avif",
        "msf1, avis, image/avif",
        "mif1, heic, image/heif",
        "heic, mif1, image/heic",
        "qt  , qt  , video/quicktime",
        "isom, mp41, video/mp4",
        "isom, avif, video/mp4"
    })
    void brands_tell_the_type(String first, String other, String type) throws IOException {
        assertThat(detect(first, other)).isEqualTo(type);
    }

    @Test
    void an_avif_may_name_a_general_brand_first() throws IOException {
        var size = box("iprp", box("ipco", box("ispe", "\0\0\0\0" + "\0\0\0\50" + "\0\0\0\36")));
        var file = write(box("ftyp", "mif1\0\0\0\0mif1avif") + box("meta", "\0\0\0\0" + size));

        assertThat(new FileInspection(new TypeDetection(), new AcceptedTypes(() -> false))
                        .inspect(file, "a.avif", "image/avif"))
                .isEqualTo(new FileFacts(FileType.AVIF, 40, 30));
    }

    private String detect(String first, String other) throws IOException {
        return new TypeDetection().detect(write(box("ftyp", "%-4s\0\0\0\0%-4s%-4s".formatted(first, first, other))));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content, ISO_8859_1);
    }

    private static String box(String name, String content) {
        return "\0\0\0" + (char) (content.length() + 8) + name + content;
    }
}
