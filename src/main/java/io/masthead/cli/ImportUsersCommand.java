package io.masthead.cli;

import io.masthead.imports.users.UserFileService;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import-users}: the command line version of {@code POST /api/v1/imports/users}. */
@RegisterForReflection
@Command(
        name = "import-users",
        description = "Import users of WordPress with their password hashes, without serving" + " requests.")
final class ImportUsersCommand implements Callable<Integer> {

    private static final String IN_USE =
            "A running server has the database file open; send the users to it instead: POST"
                    + " /api/v1/imports/users.";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    // Not a Path: picocli finds its factory method by reflection.
    @Parameters(
            paramLabel = "FILE",
            description =
                    "CSV in UTF-8 with a header: login, email, hash, role; optional: id, display_name," + " slug.")
    File file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if (!Files.isReadable(file.toPath())) {
            err.println("The file " + file + " does not exist or is not readable.");
            return 1;
        }
        return OfflineTask.run(this::importUsers, IN_USE, err);
    }

    private int importUsers() throws IOException {
        var out = spec.commandLine().getOut();
        try (var in = Files.newInputStream(file.toPath())) {
            var done = Arc.container().instance(UserFileService.class).get().add(in, OfflineTask.operator());
            out.printf(
                    "%d users created, %d updated; %d got their old password.%n",
                    done.created(), done.updated(), done.passwords());
            out.flush();
        }
        return 0;
    }
}
