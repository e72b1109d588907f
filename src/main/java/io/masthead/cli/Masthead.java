package io.masthead.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class; without a command it serves. */
@QuarkusMain
@RegisterForReflection
@Command(name = "masthead", description = "A headless CMS: a JSON API over posts, pages, comments and media.")
public final class Masthead extends Serve {

    Masthead() {}

    /** Ends the process with a non-zero code if a command fails. */
    public static void main(String... args) {
        var code = commands().execute(args);
        // Exiting after a success would end dev mode, which returns from here at each reload.
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commands() {
        return new CommandLine(new Masthead())
                .addSubcommand(new Serve())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ImportUsersCommand())
                .addSubcommand(new TokenCommand());
    }
}
