package io.masthead.cli;

import io.masthead.imports.Import;
import io.masthead.imports.ImportOptions;
import io.masthead.imports.ImportService;
import io.masthead.imports.ImportStatus;
import io.masthead.imports.files.FileOrigin;
import io.masthead.user.Role;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: the command line version of {@code POST /api/v1/imports}. */
@RegisterForReflection
@Command(name = "import", description = "Import a WordPress export file, without serving requests.")
final class ImportCommand implements Callable<Integer> {

    private static final String IN_USE =
            "A running server has the database file open; send the export to it instead: POST" + " /api/v1/imports.";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--settings", description = "Import title, description, URL and language of the site.")
    boolean settings;

    @Option(
            names = "--role",
            description = "The role of users created for authors: ${COMPLETION-CANDIDATES}; default:" + " SUBSCRIBER.")
    Role role = Role.SUBSCRIBER;

    @Option(
            names = "--map-author",
            paramLabel = "OLD=NEW",
            description = "Assigns the posts of an author: the login in the export and the login of"
                    + " a user here. Can be repeated.")
    List<String> authors = List.of();

    @Option(
            names = "--media",
            paramLabel = "fetch|DIR|ZIP",
            description = "Takes the files of attachments along: from a folder or zip of wp-content/uploads, or,"
                    + " with 'fetch', from the exported site (write ./fetch for a folder of that name).")
    String media;

    @Option(
            names = "--rewrite-addresses",
            description = "Changes addresses inside posts and pages that lead to imported files, now or by earlier"
                    + " imports of the same site.")
    boolean rewriteAddresses;

    @Option(
            names = "--same-as",
            paramLabel = "URL",
            description = "The URL that the site had when an earlier export of it was imported, if it has moved to"
                    + " another domain since.")
    String sameAs;

    @Option(names = "--update", description = "Takes over what was changed at the exported site since the last import.")
    boolean update;

    // Not a Path: picocli finds its factory method by reflection.
    @Parameters(
            paramLabel = "FILE",
            description = "An export of WordPress (Tools, Export), a zip archive of exports, or a gzip file.")
    File file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var choices = AuthorMap.of(authors, spec.commandLine());
        if (!Files.isReadable(file.toPath())) {
            err.println("The file " + file + " does not exist or is not readable.");
            return 1;
        }
        var files = files();
        var fault = files.fault();
        if (fault.isPresent()) {
            err.println(fault.get());
            return 1;
        }
        return OfflineTask.run(() -> importFile(choices, files), IN_USE, err);
    }

    private FileOrigin files() {
        if (media == null) {
            return FileOrigin.NONE;
        }
        return media.equals("fetch") ? FileOrigin.FETCH : FileOrigin.folder(Path.of(media));
    }

    private int importFile(Map<String, String> choices, FileOrigin files) throws IOException, InterruptedException {
        var imports = Arc.container().instance(ImportService.class).get();
        var out = spec.commandLine().getOut();
        var actor = OfflineTask.operator();
        var options = new ImportOptions(
                choices, ImportOptions.DEFAULT.roles(), role, settings, files, rewriteAddresses, sameAs, update);
        Import now;
        try (var in = Files.newInputStream(file.toPath())) {
            now = imports.startByOperator(file.getName(), in, options, actor);
        }
        var bar = new ProgressLine(out, isTerminal(), "records");
        var fileBar = new ProgressLine(out, isTerminal(), "files");
        while (!now.status().isOver()) {
            Thread.sleep(200);
            now = imports.get(now.id(), actor);
            bar.show(now.recordsDone(), now.recordsFound());
            // The number of files is known when all records are written.
            if (now.recordsDone() == now.recordsFound()) {
                now.counts().stream()
                        .filter(count -> count.kind().equals("files"))
                        .forEach(count -> fileBar.show(count.written() + count.skipped(), count.found()));
            }
        }
        bar.end();
        report(now, out);
        return now.status() == ImportStatus.COMPLETED ? 0 : 1;
    }

    // Since Java 22 there is always a console; at worst, carriage returns end up in a file.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    private static void report(Import done, PrintWriter out) {
        if (done.status() == ImportStatus.FAILED) {
            out.println("Nothing was imported. " + done.failure());
            out.flush();
            return;
        }
        out.printf("%-20s %8s %8s %8s%n", "", "found", "written", "skipped");
        for (var count : done.counts()) {
            out.printf(
                    "%-20s %8d %8d %8d%s%n",
                    count.kind(),
                    count.found(),
                    count.written(),
                    count.skipped(),
                    count.carried() ? "" : "  (not supported)");
        }
        for (var warning : done.warnings()) {
            out.printf("%s %s \"%s\": %s%n", warning.kind(), warning.sourceKey(), warning.title(), warning.message());
        }
        int more = done.warningCount() - done.warnings().size();
        if (more > 0) {
            out.printf("%d more warnings.%n", more);
        }
        out.flush();
    }
}
