package io.masthead.cli;

import io.masthead.user.secret.SecretFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code token}: what can be done with API tokens without a server. */
@RegisterForReflection
@Command(name = "token", description = "Make API tokens.")
final class TokenCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: token generate");
    }

    @Command(
            name = "generate",
            description = "Print a new token, for example for MASTHEAD_ADMIN_TOKEN.")
    void generate() {
        spec.commandLine().getOut().println(SecretFormat.API_TOKEN.generate());
    }
}
