package io.masthead.cli;

import io.masthead.imports.Import;
import io.masthead.imports.ImportOptions;
import io.masthead.imports.ImportService;
import io.masthead.imports.ImportStatus;
import io.masthead.kernel.Actor;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;

/** {@code import}: does what {@code POST /api/v1/imports} does, and shows it on the terminal. */
@RegisterForReflection
@Command(
        name = "import",
        description = "Import a WordPress export file, without answering requests meanwhile.")
final class ImportCommand implements Callable<Integer> {

    private static final String IN_USE =
            "A running server holds the database file; send the export to it instead: POST"
                    + " /api/v1/imports.";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--settings",
            description = "Take over title, description, address and language of the site.")
    boolean settings;

    @Option(
            names = "--role",
            description =
                    "The role of users who are made for authors: ${COMPLETION-CANDIDATES}; else"
                            + " SUBSCRIBER.")
    Role role = Role.SUBSCRIBER;

    // Not a Path: picocli finds its factory method by reflection.
    @Parameters(paramLabel = "FILE", description = "An export of WordPress (Tools, Export).")
    File file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if (!Files.isReadable(file.toPath())) {
            err.println("There is no file " + file + " that can be read.");
            return 1;
        }
        var refusal = StartChecks.refusal();
        if (refusal.isPresent()) {
            err.println(refusal.get().startsWith("Another process has ") ? IN_USE : refusal.get());
            return 1;
        }
        // Read by Quarkus when it starts; nothing else in this process does.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("masthead.sample", "false");
        Run.command = this;
        var code = new int[1];
        Quarkus.run(Run.class, (exit, problem) -> code[0] = problem == null ? exit : 1);
        return code[0];
    }

    /** What runs once the application is there; Quarkus makes it, so the command is handed over. */
    public static final class Run implements QuarkusApplication {

        private static volatile ImportCommand command;

        @Override
        public int run(String... args) throws IOException, InterruptedException {
            return command.importFile(Arc.container().instance(ImportService.class).get());
        }
    }

    private int importFile(ImportService imports) throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var actor = new Actor(User.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.capabilities());
        var defaults = ImportOptions.DEFAULT;
        var options = new ImportOptions(defaults.users(), defaults.roles(), role, settings);
        Import now;
        try (var in = Files.newInputStream(file.toPath())) {
            now = imports.start(file.getName(), in, options, null, actor);
        }
        var bar = new ProgressLine(out, isTerminal());
        while (!now.status().isOver()) {
            Thread.sleep(200);
            now = imports.get(now.id(), actor);
            bar.show(now.recordsDone(), now.recordsFound());
        }
        bar.end();
        report(now, out);
        return now.status() == ImportStatus.COMPLETED ? 0 : 1;
    }

    // From Java 22 on there is always a console; a line drawn anew in a file is all it costs.
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
                    count.carried() ? "" : "  (has no place here)");
        }
        for (var warning : done.warnings()) {
            out.printf(
                    "%s %s \"%s\": %s%n",
                    warning.kind(), warning.sourceKey(), warning.title(), warning.message());
        }
        int more = done.warningCount() - done.warnings().size();
        if (more > 0) {
            out.printf("%d more warnings.%n", more);
        }
        out.flush();
    }
}
