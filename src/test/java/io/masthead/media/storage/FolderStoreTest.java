package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends MediaStoreContract {

    private static final String INCOMING = ".incoming";

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(root());
    }

    @Test
    void a_kept_file_is_found_where_the_operating_system_can_send_it() throws IOException {
        keep(KEY);
        assertThat(store.find(KEY))
                .contains(new FileSource.OnDisk(root().toRealPath().resolve(KEY.value())));
        assertThat(store.find(OTHER)).isEmpty();
    }

    @Test
    void links_do_not_lead_out_of_the_folder() throws IOException {
        var secret = Files.write(folder.resolve("secret"), BYTES);
        var month = Files.createDirectories(root().resolve("2026/05"));
        Files.createSymbolicLink(month.resolve(KEY.fileName()), secret);
        assertThat(store.find(KEY)).isEmpty();
    }

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected List<String> kept() throws IOException {
        return filesBelow(root()).stream()
                .filter(name -> !name.startsWith(INCOMING))
                .toList();
    }

    @Override
    protected List<String> arriving() throws IOException {
        return filesBelow(root().resolve(INCOMING));
    }

    @Override
    protected void keepForeign(String name) throws IOException {
        var file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, BYTES);
    }

    @Override
    protected void date(String name, Instant time) throws IOException {
        Files.setLastModifiedTime(root().resolve(name), FileTime.from(time));
    }

    @Override
    protected String removedFolder() {
        return ".removed";
    }

    private Path root() {
        return folder.resolve("media");
    }
}
