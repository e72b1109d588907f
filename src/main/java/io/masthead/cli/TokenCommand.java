package io.masthead.cli;

import io.masthead.user.credential.ApiTokens;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code token}: manages API tokens without a server. */
@RegisterForReflection
@Command(name = "token", description = "Make the administrator's API token.")
final class TokenCommand implements Runnable {

    private static final String IN_USE =
            "A running server has the database file open; stop it first, then run this again.";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Choose a subcommand: token generate, or token reset");
    }

    @Command(name = "generate", description = "Print a new token, for example for MASTHEAD_ADMIN_TOKEN.")
    void generate() {
        spec.commandLine().getOut().println(SecretFormat.API_TOKEN.generate());
    }

    @Command(
            name = "reset",
            description = "Replace the administrator's token of the first start, without serving" + " requests.")
    int reset() {
        return OfflineTask.run(this::replace, IN_USE, spec.commandLine().getErr());
    }

    private int replace() {
        var token = Arc.container().instance(ApiTokens.class).get().replaceFirstToken(OfflineTask.operator());
        var out = spec.commandLine().getOut();
        out.println("The administrator's new token, shown only once: " + token);
        out.flush();
        return 0;
    }
}
