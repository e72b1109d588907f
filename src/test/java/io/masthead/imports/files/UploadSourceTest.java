package io.masthead.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.masthead.media.storage.StagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadSourceTest {

    @TempDir
    Path temp;

    private static WantedFile wanted(String url, String attachedFile) {
        return new WantedFile(1, "7", "A file", url, attachedFile);
    }

    private static WantedFile at(String path) {
        return wanted("https://old.example/wp-content/uploads/" + path, "");
    }

    private static String read(UploadSource uploads, WantedFile file) throws NoFileException {
        var read = uploads.read(file, (size, bytes) -> new StagedFile(Path.of(text(bytes)), size, ""));
        return read.path().toString();
    }

    private static String text(InputStream bytes) {
        try {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String... paths) throws IOException {
        var folder = Files.createDirectories(temp.resolve("site"));
        for (var path : paths) {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "bytes of " + file.getFileName());
        }
        return folder;
    }

    private Path zip(String... paths) throws IOException {
        var zip = temp.resolve("site.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var path : paths) {
                out.putNextEntry(new ZipEntry(path));
                out.write(("bytes of " + path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    static Stream<Arguments> places() {
        return Stream.of("", "uploads/", "wp-content/uploads/")
                .flatMap(prefix -> Stream.of(arguments(prefix, true), arguments(prefix, false)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_file_is_found_by_its_url_or_else_by_its_attached_path(String prefix, boolean zipped) throws Exception {
        var names = new String[] {
            prefix + "2024/05/ferry.jpg",
            prefix + "2024/05/Fähre 1.jpg",
            prefix + Normalizer.normalize("2024/05/é.jpg", Normalizer.Form.NFD)
        };
        try (var uploads = UploadSource.open(zipped ? zip(names) : folder(names))) {
            assertThat(read(uploads, at("2024/05/ferry.jpg?x=1"))).isEqualTo("bytes of ferry.jpg");
            assertThat(read(uploads, at("2024/05/F%C3%A4hre%201.jpg"))).isEqualTo("bytes of Fähre 1.jpg");
            assertThat(read(uploads, at("2024/05/Fähre 1.jpg"))).isEqualTo("bytes of Fähre 1.jpg");
            assertThat(read(uploads, at("2024/05/%C3%A9.jpg"))).startsWith("bytes of ");
            assertThat(read(uploads, wanted("https://old.example/files/2024/05/ferry.jpg", "2024/05/ferry.jpg")))
                    .isEqualTo("bytes of ferry.jpg");
            assertThat(read(uploads, wanted("https://lantern.files.wordpress.com/2024/05/ferry.jpg", "")))
                    .isEqualTo("bytes of ferry.jpg");
            assertThatThrownBy(() -> read(uploads, at("2024/05/Ferry.jpg")))
                    .isInstanceOf(NoFileException.class)
                    .hasMessageContaining("has no file 2024/05/Ferry.jpg");
            assertThatThrownBy(() -> read(uploads, at("2024/05"))).isInstanceOf(NoFileException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "2024/../../secret.txt",
                "..%2fsecret.txt",
                "%2e%2e/secret.txt",
                "/etc/hostname",
                "2024//ferry.jpg",
                "./2024/ferry.jpg",
                "2024\\..\\..\\secret.txt",
                "2024/ferry.jpg\0.png",
                "2024/ferry.jpg%00.png",
                "..",
                ""
            })
    void s30_no_name_leads_out_of_the_uploads(String path) throws Exception {
        Files.writeString(temp.resolve("secret.txt"), "secret");
        for (var place : new Path[] {folder("2024/ferry.jpg"), zip("2024/ferry.jpg", "../secret.txt")}) {
            try (var uploads = UploadSource.open(place)) {
                assertThatThrownBy(() -> read(uploads, at(path))).isInstanceOf(NoFileException.class);
                assertThatThrownBy(() -> read(uploads, wanted("https://old.example/x", path)))
                        .isInstanceOf(NoFileException.class);
            }
        }
    }

    @Test
    void s30_no_link_leads_out_of_the_folder() throws Exception {
        Files.writeString(temp.resolve("secret.txt"), "secret");
        var folder = folder("2024/ferry.jpg");
        Files.createSymbolicLink(folder.resolve("2024/file.jpg"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("up"), temp);
        Files.createSymbolicLink(folder.resolve("2024/inside.jpg"), Path.of("ferry.jpg"));
        try (var uploads = UploadSource.open(folder)) {
            for (var path : new String[] {"2024/file.jpg", "up/secret.txt"}) {
                assertThatThrownBy(() -> read(uploads, at(path)))
                        .isInstanceOf(NoFileException.class)
                        .hasMessageContaining("leads out of the folder");
            }
            assertThat(read(uploads, at("2024/inside.jpg"))).isEqualTo("bytes of ferry.jpg");
        }
    }

    @Test
    void a_folder_may_be_reached_by_a_link() throws Exception {
        var link = Files.createSymbolicLink(temp.resolve("link"), folder("2024/ferry.jpg"));
        try (var uploads = UploadSource.open(link)) {
            assertThat(read(uploads, at("2024/ferry.jpg"))).isEqualTo("bytes of ferry.jpg");
        }
    }

    @Test
    void what_is_neither_folder_nor_zip_is_said_to_be_so() throws Exception {
        var text = Files.writeString(temp.resolve("a.zip"), "PK is not enough");
        assertThat(UploadSource.fault(text))
                .hasValueSatisfying(said -> assertThat(said).contains("neither a folder nor a zip"));
        assertThat(UploadSource.fault(temp.resolve("nothing")))
                .hasValueSatisfying(said -> assertThat(said).contains("does not exist"));
        assertThat(UploadSource.fault(folder())).isEmpty();
        assertThat(UploadSource.fault(zip("a"))).isEmpty();
        assertThatThrownBy(() -> UploadSource.open(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither");
        var broken = Files.write(temp.resolve("b.zip"), new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8});
        assertThatThrownBy(() -> UploadSource.open(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void urls_are_sent_as_urls() {
        assertThat(SiteUploads.encoded("https://müller.example/wp-content/uploads/Fähre [1] 100%.jpg?a=b&c=%20#d"))
                .isEqualTo(
                        "https://xn--mller-kva.example/wp-content/uploads/F%C3%A4hre%20%5B1%5D%20100%25.jpg?a=b&c=%20#d");
        assertThat(SiteUploads.encoded("https://old.example/e\u0301.jpg")).isEqualTo("https://old.example/e%CC%81.jpg");
    }
}
