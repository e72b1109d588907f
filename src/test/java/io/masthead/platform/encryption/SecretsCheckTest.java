package io.masthead.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.db.EitherDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys a start accepts, and where it stores its own. */
class SecretsCheckTest {

    private static final String RIGHT = "the right key of this database, or so";
    private static final String WRONG = "some other key, of another database";

    @TempDir
    Path folder;

    private String url;
    private Path file;

    @BeforeEach
    void place() {
        url = "jdbc:h2:file:" + folder.resolve("site/masthead");
        file = folder.resolve("site/secrets.key");
    }

    @Test
    void before_the_first_start_any_key_will_do() {
        assertThat(refusal(Optional.empty())).isEmpty();
        assertThat(refusal(Optional.of(RIGHT))).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_short_key_is_refused_and_not_shown() {
        assertThat(refusal(Optional.of("hunter2")))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("MASTHEAD_SECRETS_KEY must have at least 32")
                        .doesNotContain("hunter2"));
    }

    @Test
    void another_key_than_the_first_is_refused_in_one_sentence() throws Exception {
        encryptedWith(RIGHT);

        assertThat(refusal(Optional.of(RIGHT))).isEmpty();
        assertThat(refusal(Optional.of(WRONG)))
                .contains("MASTHEAD_SECRETS_KEY is not the key that the secrets in the database are"
                        + " encrypted with: set it to the one of the first start.");
    }

    @Test
    void a_database_whose_key_file_is_missing_is_refused_and_gets_no_new_one() throws Exception {
        encryptedWith(RIGHT);

        assertThat(refusal(Optional.empty()))
                .hasValueSatisfying(said -> assertThat(said).contains("key is missing", file.toString()));
        assertThat(file).doesNotExist();
        Files.writeString(file, WRONG);
        assertThat(refusal(Optional.empty()))
                .hasValueSatisfying(said -> assertThat(said).contains("is not the one", file.toString()));
        Files.writeString(file, RIGHT + "\n");
        assertThat(refusal(Optional.empty())).isEmpty();
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_reads() throws Exception {
        var made = KeyFile.of(url, Optional.empty()).orElseThrow();
        made.create();

        assertThat(made.path()).isEqualTo(file);
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        var before = Files.readString(file);
        made.create();
        assertThat(Files.readString(file)).isEqualTo(before);
        try (var all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
        assertThat(refusal(Optional.empty())).isEmpty();
    }

    @Test
    void a_key_file_that_others_could_read_is_closed() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, RIGHT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(refusal(Optional.empty())).isEmpty();
        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void the_key_is_beside_the_data_unless_configured_otherwise() {
        assertThat(KeyFile.of("jdbc:postgresql://db/masthead", Optional.empty()))
                .hasValueSatisfying(kept -> assertThat(kept.path().toString()).endsWith("/data/secrets.key"));
        assertThat(KeyFile.of(url, Optional.of("/run/secrets/key")))
                .hasValueSatisfying(kept -> assertThat(kept.path()).isEqualTo(Path.of("/run/secrets/key")));
        assertThat(KeyFile.of("jdbc:h2:mem:x", Optional.empty())).isEmpty();
    }

    private Optional<String> refusal(Optional<String> key) {
        return new SecretsCheck(url, login(), key, Optional.empty()).refusal();
    }

    private void encryptedWith(String key) throws SQLException {
        try (var connection = new EitherDriver().connect(url, login());
                var statement = connection.createStatement()) {
            statement.execute("create table encryption_proof (id integer, proof varchar(200))");
            statement.execute(
                    "insert into encryption_proof values (1, '%s')".formatted(Proof.by(EncryptionKey.of(key))));
        }
    }

    private static Properties login() {
        var login = new Properties();
        login.put("user", "masthead");
        login.put("password", "");
        return login;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
