package io.masthead.wp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * WordPress' own clients, as their authors publish them, run their ordinary flows against the
 * packaged server: see {@code src/test/clients}. Skipped where Node.js or its registry is missing.
 */
class WordPressClientsIT {

    private static final Path SOURCES = Path.of("src", "test", "clients");
    private static final Path WORK = Path.of("target", "clients");
    private static final int MINUTES = 4;

    private static final String PASSWORD = "nine harbour cranes";

    private static Node node;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        try (var files = Files.list(SOURCES)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.write(WORK.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        var installed = run("npm", "ci", "--no-audit", "--no-fund");
        skipUnless(installed.status() == 0, "the clients of WordPress cannot be installed here: " + installed.output());
        node = Node.start(Map.of(
                "DB_URL",
                "jdbc:h2:mem:clients;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
                        + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "SAMPLE",
                "true",
                "ADMIN_TOKEN",
                FirstAdministrator.TOKEN,
                "PROXIES_TRUSTED",
                "127.0.0.1,::1"));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void clients_made_for_wordpress_run_their_ordinary_flows() throws Exception {
        node.asking(FirstAdministrator.TOKEN)
                .body(Map.of("url", node.url()))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);
        var login = newAdministrator();
        var password = applicationPassword(login);

        var ran = run("node", "run.mjs", node.url(), login, password);

        System.out.print(ran.output());
        assertThat(ran.output()).doesNotContain("FAILED").contains("flows passed");
        assertThat(ran.status()).isZero();
    }

    private static String newAdministrator() {
        var login = Blog.unique("clients");
        node.asking(FirstAdministrator.TOKEN)
                .body(Map.of(
                        "login",
                        login,
                        "email",
                        login + "@example.org",
                        "name",
                        "Clients of WordPress",
                        "role",
                        "administrator",
                        "password",
                        PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(201);
        return login;
    }

    private static String applicationPassword(String login) {
        var session = node.asking()
                .body(Map.of("login", login, "password", PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("accessToken");
        return node.asking(session)
                .body(Map.of("name", "Clients of WordPress"))
                .post("/api/v1/me/application-passwords")
                .then()
                .statusCode(201)
                .extract()
                .path("password");
    }

    private static void skipUnless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("Skipped: " + reason);
        }
        assumeTrue(possible, reason);
    }

    private record Ran(int status, String output) {}

    private static Ran run(String... command) throws InterruptedException, IOException {
        var log = WORK.resolve(command[0] + ".log");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Ran(-1, command[0] + " is not here");
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Ran(-1, command[0] + " took too long");
        }
        return new Ran(process.exitValue(), Files.readString(log));
    }
}
