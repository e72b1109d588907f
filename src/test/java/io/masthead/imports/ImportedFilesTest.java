package io.masthead.imports;

import static io.masthead.imports.Wxr.element;
import static io.masthead.imports.Wxr.meta;
import static io.masthead.platform.outbound.guarded.FileServer.answer;
import static io.masthead.platform.outbound.guarded.FileServer.ok;
import static io.masthead.platform.outbound.guarded.FileServer.redirect;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.imports.files.FileOrigin;
import io.masthead.imports.item.ImportWarning;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.fetch.SwitchedFetch;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StoreFullException;
import io.masthead.platform.job.JobRunner;
import io.masthead.platform.outbound.guarded.FileServer;
import io.masthead.platform.outbound.guarded.TestDestinations;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.user.Role;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports take the files of attachments along, from a folder or zip of uploads or from the exported site. */
@OnBothDatabases
@QuarkusTest
class ImportedFilesTest {

    private static final AtomicInteger IDS = new AtomicInteger(2_000_000);
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Inject
    ImportRuns runs;

    @Inject
    JobRunner jobs;

    @Inject
    EntityManager entities;

    @Inject
    SwitchedFetch fetch;

    @Inject
    TestDestinations destinations;

    @Inject
    MediaStore store;

    @TempDir
    Path temp;

    private final int id = IDS.getAndAdd(1_000);

    /** Paths of former files are those of one site; others of this server have other ones. */
    private final String month = "t" + id + "/05";

    private MediaStore working;
    private FileServer server;
    private FileServer inside;

    @BeforeEach
    void listen() throws IOException {
        working = ClientProxy.unwrap(store);
        server = new FileServer();
        inside = new FileServer();
        destinations.open(server.port());
        destinations.know(List.of(inside.port()));
    }

    @AfterEach
    void stop() throws IOException {
        QuarkusMock.installMockForType(working, MediaStore.class);
        fetch.off();
        destinations.closeAll();
        server.close();
        inside.close();
    }

    // --- A folder or zip -------------------------------------------------------------

    @Test
    void files_of_a_folder_come_along_and_keep_their_addresses() throws IOException {
        var picture = Pictures.jpeg(640, 400);
        put("ferry-scaled.jpg", picture);
        put("spin.gif", gif());
        put("plan.pdf", PDF);
        var done = imported(
                attachment(1, "ferry-scaled.jpg", meta("_wp_attachment_metadata", """
                        a:5:{s:5:"width";i:640;s:6:"height";i:400;s:4:"file";s:1:"x";\
                        s:14:"original_image";s:9:"ferry.jpg";\
                        s:5:"sizes";a:2:{s:6:"medium";a:3:{s:4:"file";s:17:"ferry-300x188.jpg";\
                        s:5:"width";i:300;s:6:"height";i:188;}\
                        s:9:"thumbnail";a:3:{s:4:"file";s:17:"ferry-150x150.jpg";\
                        s:5:"width";i:150;s:6:"height";i:150;}}}"""))
                        + attachment(2, "spin.gif")
                        + attachment(3, "plan.pdf"),
                folder(false));

        assertThat(done.warnings()).isEmpty();
        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 3, 3, 0));
        jobs.runDue();
        var media = media(1);
        assertThat(media.getString("url")).contains("/media/").endsWith(".jpg");
        assertThat(media.getString("mimeType")).isEqualTo("image/jpeg");
        assertThat(media.getString("renditionState")).isEqualTo("ready");
        assertThat(image(media.getString("url")).getWidth()).isEqualTo(640);
        assertThat(image(former("ferry-scaled.jpg")).getWidth()).isEqualTo(640);
        assertThat(image(former("ferry.jpg")).getWidth()).isEqualTo(640);
        assertThat(image(former("ferry-300x188.jpg"))).satisfies(size -> {
            assertThat(size.getWidth()).isEqualTo(300);
            assertThat(size.getHeight()).isEqualTo(188);
        });
        assertThat(image(former("ferry-150x150.jpg")).getHeight()).isEqualTo(150);
        assertThat(media(2).getString("mimeType")).isEqualTo("image/gif");
        given().get(former("spin.gif")).then().statusCode(200).contentType("image/gif");
        assertThat(given().get(former("plan.pdf"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(PDF);
        given().get(former("ferry-1024x640.jpg")).then().statusCode(404);
    }

    @Test
    void files_of_a_zip_come_along() throws IOException {
        put("ferry.png", Pictures.png());
        var zip = temp.resolve("uploads.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("wp-content/uploads/" + month + "/ferry.png"));
            Files.copy(uploads().resolve("ferry.png"), out);
            out.putNextEntry(new ZipEntry("wp-content/uploads/" + month + "/bomb.png"));
            for (int i = 0; i < 12; i++) {
                out.write(new byte[1024 * 1024]); // 11 MB is the maximum in tests
            }
        }
        var done = imported(
                attachment(1, "ferry.png") + attachment(2, "bomb.png"), options(FileOrigin.folder(zip), false));

        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 2, 1, 1));
        assertThat(messages(done)).singleElement().asString().contains("may have at most");
        given().get(former("ferry.png")).then().statusCode(200).contentType("image/png");
        assertThat(media(2).getString("url")).isEqualTo(old("bomb.png"));
    }

    @Test
    void what_cannot_be_had_is_a_warning_and_fails_nothing() throws IOException {
        Files.writeString(temp.resolve("secret.png"), "secret");
        put("lies.png", "<?php system($_GET['x']); ?><script>x()</script>\0\1".getBytes(StandardCharsets.UTF_8));
        put("broken.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
        put("empty.png", new byte[0]);
        put("fine.png", Pictures.png());
        Files.createSymbolicLink(uploads().resolve("link.png"), temp.resolve("secret.png"));
        var done = imported(
                attachment(1, "lies.png")
                        + attachment(2, "broken.png")
                        + attachment(3, "empty.png")
                        + attachment(4, "missing.png")
                        + attachment(5, "../../../secret.png")
                        + attachment(6, "..%2f..%2f..%2fsecret.png")
                        + attachment(7, "link.png")
                        + attachment(8, "fine.png"),
                folder(false));

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 8, 1, 7));
        assertThat(done.warnings()).allSatisfy(warning -> {
            assertThat(warning.kind()).isEqualTo("files");
            assertThat(warning.title()).isNotEmpty();
            assertThat(warning.message()).startsWith("The file was not imported. ");
        });
        assertThat(done.warnings().stream().map(ImportWarning::sourceKey)).containsExactly(keys(1, 2, 3, 4, 5, 6, 7));
        assertThat(messages(done).get(2)).contains("is empty");
        assertThat(messages(done).get(3)).contains("The folder has no file " + month + "/missing.png");
        assertThat(messages(done).get(6)).contains("leads out of the folder");
        for (int i = 1; i < 8; i++) {
            assertThat(media(i).getString("url")).startsWith("https://");
        }
        assertThat(media(8).getString("url")).contains("/media/");
    }

    @Test
    void records_come_first_and_files_by_a_second_import_which_a_third_does_not_repeat() throws IOException {
        var items = attachment(1, "ferry.png") + attachment(2, "late.png");
        var first = imported(items, ImportOptions.DEFAULT);
        assertThat(first.counts()).noneMatch(count -> count.kind().equals("files"));
        assertThat(media(1).getString("url")).isEqualTo(old("ferry.png"));
        put("ferry.png", Pictures.png());

        var second = imported(items, folder(false));
        assertThat(count(second)).isEqualTo(new ImportCount("files", true, 2, 1, 1));
        var url = media(1).getString("url");
        assertThat(url).contains("/media/");

        put("late.png", Pictures.png());
        var third = imported(items, folder(false));
        assertThat(count(third)).isEqualTo(new ImportCount("files", true, 1, 1, 0));
        assertThat(third.warnings()).isEmpty();
        assertThat(media(1).getString("url")).isEqualTo(url);
        assertThat(media(2).getString("url")).contains("/media/");

        var fourth = imported(items, folder(false));
        assertThat(fourth.counts()).noneMatch(count -> count.kind().equals("files"));
    }

    @Test
    void a_node_that_dies_is_continued_and_a_file_that_nodes_die_of_is_given_up() throws IOException {
        put("taken.png", Pictures.png());
        var items = attachment(1, "taken.png") + attachment(2, "open.png") + attachment(3, "deadly.png");
        var whole = imported(items, folder(false));
        put("open.png", Pictures.png());
        put("deadly.png", Pictures.png());
        // The first file is here, but its result was not recorded before the crash.
        QuarkusTransaction.requiringNew().run(() -> {
            wanted(whole.id(), 1, "taken.png", 1);
            wanted(whole.id(), 2, "open.png", 0);
            wanted(whole.id(), 3, "deadly.png", 3);
            execute("update import_run set status = 'RUNNING', finished_at = null, warning_count = 0 where id = "
                    + whole.id());
            execute("delete from import_warning where import_id = " + whole.id());
            execute("update import_count set written = 0, skipped = 0 where kind = 'files' and import_id = "
                    + whole.id());
            restore(whole.id(), export(items));
        });

        var resumed = runs.finished(whole.id());

        assertThat(resumed.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(count(resumed)).isEqualTo(new ImportCount("files", true, 3, 2, 1));
        assertThat(resumed.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.sourceKey()).isEqualTo(key(3));
            assertThat(warning.message()).contains("could not be processed");
        });
        assertThat(media(2).getString("url")).contains("/media/");
        assertThat(media(3).getString("url")).isEqualTo(old("deadly.png"));
        assertThat(number("select count(*) from import_media_file where import_id = " + whole.id()))
                .isZero();
    }

    @Test
    void a_folder_that_has_gone_is_said_once() throws IOException {
        var done = imported(
                attachment(1, "a.png") + attachment(2, "b.png"),
                options(FileOrigin.folder(temp.resolve("nothing")), false));
        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 2, 0, 2));
        assertThat(messages(done))
                .singleElement()
                .asString()
                .contains("2 files", "is not on the server that runs the import");
    }

    @Test
    void a_full_store_is_said_once_and_no_more_files_are_tried() throws IOException {
        put("a.png", Pictures.png());
        put("b.png", Pictures.png());
        var tried = new AtomicInteger();
        fill(tried);
        var items = attachment(1, "a.png") + attachment(2, "b.png");
        var done = imported(items, folder(false));

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 2, 0, 2));
        assertThat(messages(done)).singleElement().asString().contains("2 files", "no room");
        assertThat(tried).hasValue(1);

        QuarkusMock.installMockForType(working, MediaStore.class);
        assertThat(count(imported(items, folder(false)))).isEqualTo(new ImportCount("files", true, 2, 2, 0));
    }

    // --- From the exported site ------------------------------------------------------

    @Test
    void files_are_fetched_from_the_exported_site_and_from_nowhere_else() {
        fetch.on();
        var host = "127.0.0.1:" + server.port();
        var picture = Pictures.png();
        server.at(former("ferry%20%C3%A9.png"), ok("image/png", picture));
        server.at(former("moved.png"), redirect(302, former("there.png")));
        server.at(former("there.png"), ok("image/png", Pictures.png()));
        server.at(former("away.png"), redirect(302, "http://127.0.0.1:" + inside.port() + "/wp.png"));
        server.at(former("page.png"), ok("image/png", "<html>sorry</html>".getBytes(StandardCharsets.UTF_8)));
        var done = runs.of(
                Wxr.of(host)
                        .add(attachmentAt("http://" + host, 1, "ferry é.png"))
                        .add(attachmentAt("http://" + host, 2, "moved.png"))
                        .add(attachmentAt("http://" + host, 3, "away.png"))
                        .add(attachmentAt("http://" + host, 4, "gone.png"))
                        .add(attachmentAt("http://" + host, 5, "page.png"))
                        .add(attachmentAt("http://127.0.0.1:" + inside.port(), 6, "other.png"))
                        .text(),
                options(FileOrigin.FETCH, false));

        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 6, 2, 4));
        assertThat(done.warnings().stream().map(ImportWarning::sourceKey)).containsExactly(keys(3, 4, 5, 6));
        assertThat(messages(done).get(0)).contains("redirects to elsewhere");
        assertThat(messages(done).get(1)).contains("404");
        assertThat(messages(done).get(3)).contains("not at the exported site");
        assertThat(inside.connections()).isZero();
        given().urlEncodingEnabled(false)
                .get(former("ferry%20%C3%A9.png"))
                .then()
                .statusCode(200)
                .contentType("image/png");
        assertThat(media(2).getString("url")).contains("/media/");
    }

    @Test
    void a_server_that_is_busy_is_asked_again_while_other_files_come() {
        fetch.on();
        var host = "127.0.0.1:" + server.port();
        var asked = new AtomicInteger();
        var picture = Pictures.png();
        var busy = answer("HTTP/1.1 503 Busy\nContent-Length: 0", new byte[0]);
        server.at(former("a.png"), out -> (asked.incrementAndGet() == 1 ? busy : ok("image/png", picture)).write(out));
        server.at(former("b.png"), ok("image/png", Pictures.png()));
        var done = runs.of(
                Wxr.of(host)
                        .add(attachmentAt("http://" + host, 1, "a.png"))
                        .add(attachmentAt("http://" + host, 2, "b.png"))
                        .text(),
                options(FileOrigin.FETCH, false));

        assertThat(done.warnings()).isEmpty();
        assertThat(count(done)).isEqualTo(new ImportCount("files", true, 2, 2, 0));
        assertThat(server.heads().stream().map(head -> head.split(" ", 3)[1]))
                .containsExactly(former("a.png"), former("b.png"), former("a.png"));
    }

    @Test
    void fetching_must_be_allowed_to_clients_and_folders_are_never_theirs() {
        assertThatThrownBy(() -> runs.of(export(""), options(FileOrigin.FETCH, false)))
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FETCH_DISABLED));
        fetch.on();
        assertThatThrownBy(() -> runs.of(export(""), options(FileOrigin.folder(temp), false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(number("select count(*) from import_run where file_name = 'test.xml' and status = 'QUEUED'"))
                .isZero();
    }

    // --- Addresses -------------------------------------------------------------------

    @Test
    void patterns_lead_to_files_that_are_here_too() throws IOException {
        put("quay.jpg", Pictures.jpeg(64, 40));
        var pattern = post(13, "<img src=\"%s\">".formatted(old("quay.jpg")))
                .replace("<wp:post_type>post<", "<wp:post_type>wp_block<");
        var done = imported(attachment(1, "quay.jpg") + pattern, folder(true));

        assertThat(done.counts()).contains(new ImportCount("addresses", true, 1, 1, 0));
        assertThat(row("select source, title from pattern where id = " + (id + 13))
                        .get(0)
                        .toString())
                .contains(former("quay.jpg"))
                .doesNotContain(old("quay.jpg"));
    }

    @Test
    void addresses_of_files_that_are_here_lead_here_on_request() throws IOException {
        put("ferry.jpg", Pictures.jpeg(640, 400));
        var items = attachment(1, "ferry.jpg", meta("_wp_attachment_metadata", """
                a:3:{s:5:"width";i:640;s:6:"height";i:400;s:5:"sizes";a:1:{s:6:"medium";\
                a:3:{s:4:"file";s:17:"ferry-300x188.jpg";s:5:"width";i:300;s:6:"height";i:188;}}}"""))
                + post(
                        11,
                        "<img src=\"%s\" srcset=\"%s 300w, %s 640w\"> <img src=\"%s\">"
                                .formatted(
                                        old("ferry.jpg"),
                                        old("ferry-300x188.jpg"),
                                        old("ferry.jpg"),
                                        old("missing.jpg")))
                + post(12, "Nothing to change at " + site() + "/about/");
        var first = imported(items, folder(false));
        assertThat(source(11)).contains(old("ferry.jpg"));
        var before = row("select version, updated_at from post where id = " + (id + 11));
        var other = row("select version, updated_at from post where id = " + (id + 12));
        var revisions = number("select count(*) from post_revision");

        var done = imported(items, options(FileOrigin.NONE, true));

        assertThat(first.counts()).noneMatch(count -> count.kind().equals("addresses"));
        assertThat(done.counts()).contains(new ImportCount("addresses", true, 4, 3, 1));
        var url = given().get("/api/v1/posts/" + (id + 11)).jsonPath();
        assertThat(source(11))
                .doesNotContain(old("ferry.jpg"), old("ferry-300x188.jpg"))
                .contains(former("ferry.jpg") + "\"", former("ferry-300x188.jpg") + " 300w", old("missing.jpg"));
        assertThat(url.getString("content.html")).contains(former("ferry.jpg")).doesNotContain(old("ferry.jpg"));
        assertThat(row("select version, updated_at from post where id = " + (id + 11)))
                .satisfies(now -> {
                    assertThat(((Number) now.get(0)).intValue()).isGreaterThan(((Number) before.get(0)).intValue());
                    assertThat(now.get(1)).isEqualTo(before.get(1));
                });
        assertThat(row("select version, updated_at from post where id = " + (id + 12)))
                .isEqualTo(other);
        assertThat(number("select count(*) from post_revision")).isEqualTo(revisions);
        var address = source(11).replaceFirst("(?s).*?src=\"([^\"]+)\".*", "$1");
        assertThat(image(address).getWidth()).isEqualTo(640);

        var again = imported(items, options(FileOrigin.NONE, true));
        assertThat(again.counts()).contains(new ImportCount("addresses", true, 1, 0, 1));
    }

    @Test
    void a_file_that_another_site_had_at_the_same_path_is_not_shown_instead() throws IOException {
        put("ferry.png", Pictures.png());
        imported(attachment(1, "ferry.png"), folder(false));
        var second = "second-" + id + ".example";
        var address = "https://" + second + former("ferry.png");
        var text = Wxr.of(second)
                .add(attachmentAt("https://" + second, 2, "ferry.png"))
                .add(post(12, "<img src=\"%s\">".formatted(address)))
                .text();

        var done = runs.byOperator(text, options(FileOrigin.folder(temp.resolve("uploads")), true));

        assertThat(done.counts()).contains(new ImportCount("addresses", true, 1, 0, 1));
        assertThat(source(12)).contains(address);
    }

    // --- The export ------------------------------------------------------------------

    private String site() {
        return "https://files-" + id + ".example";
    }

    private String export(String items) {
        return Wxr.of("files-" + id + ".example").add(items).text();
    }

    private Import imported(String items, ImportOptions options) {
        return runs.byOperator(export(items), options);
    }

    private String attachment(int number, String name, String... elements) {
        return attachmentAt(site(), number, name, elements);
    }

    private String attachmentAt(String host, int number, String name, String... elements) {
        return Wxr.itemText(
                id + number,
                "File " + number,
                "file-" + id + "-" + number,
                element("post_type", "attachment"),
                element("status", "inherit"),
                element("attachment_url", host + former(name)),
                String.join("", elements));
    }

    private String post(int number, String content) {
        return Wxr.itemText(
                id + number,
                "Post " + number,
                "post-" + id + "-" + number,
                "<content:encoded><![CDATA[" + content + "]]></content:encoded>");
    }

    private String former(String name) {
        return "/wp-content/uploads/" + month + "/" + name;
    }

    private String old(String name) {
        return site() + former(name);
    }

    private String key(int number) {
        return String.valueOf(id + number);
    }

    private String[] keys(int... numbers) {
        return Arrays.stream(numbers).mapToObj(this::key).toArray(String[]::new);
    }

    private ImportOptions folder(boolean rewrite) {
        return options(FileOrigin.folder(temp.resolve("uploads")), rewrite);
    }

    private static ImportOptions options(FileOrigin files, boolean rewrite) {
        return new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, false, files, rewrite, null, false);
    }

    private Path uploads() throws IOException {
        return Files.createDirectories(temp.resolve("uploads").resolve(month));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(uploads().resolve(name), bytes);
    }

    private void fill(AtomicInteger tried) {
        var full = (MediaStore) Proxy.newProxyInstance(
                MediaStore.class.getClassLoader(), new Class<?>[] {MediaStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("receive")) {
                        tried.incrementAndGet();
                        throw StoreFullException.because(new IOException("No space left on device"));
                    }
                    try {
                        return method.invoke(working, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        QuarkusMock.installMockForType(full, MediaStore.class);
    }

    private static byte[] gif() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_INDEXED), "gif", bytes);
        return bytes.toByteArray();
    }

    // --- The results -----------------------------------------------------------------

    private static ImportCount count(Import done) {
        return done.counts().stream()
                .filter(count -> count.kind().equals("files"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messages(Import done) {
        return done.warnings().stream().map(ImportWarning::message).toList();
    }

    private JsonPath media(int number) {
        return given().get("/api/v1/media/" + (id + number))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static BufferedImage image(String address) throws IOException {
        var bytes = given().get(address.replaceFirst("https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private String source(int number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String)
                        entities.createNativeQuery("select source from post_body where post_id = " + (id + number))
                                .getSingleResult());
    }

    private void wanted(long importId, int number, String name, int attempts) {
        entities.createNativeQuery("insert into import_media_file (import_id, media_id, source_key, title, url,"
                        + " attached_file, attempts) values (?1, ?2, ?3, ?4, ?5, '', ?6)")
                .setParameter(1, importId)
                .setParameter(2, id + number)
                .setParameter(3, key(number))
                .setParameter(4, "File " + number)
                .setParameter(5, old(name))
                .setParameter(6, attempts)
                .executeUpdate();
    }

    private void restore(long importId, String file) {
        entities.createNativeQuery("insert into import_chunk (import_id, number, bytes, created_at)"
                        + " values (?1, 0, ?2, current_timestamp)")
                .setParameter(1, importId)
                .setParameter(2, file.getBytes(StandardCharsets.UTF_8))
                .executeUpdate();
        execute("insert into job (id, kind, subject_id, due_at, attempts)"
                + " values (nextval('job_id_seq'), 'import', " + importId + ", current_timestamp, 1)");
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private List<Object> row(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of((Object[]) entities.createNativeQuery(sql).getSingleResult()));
    }
}
