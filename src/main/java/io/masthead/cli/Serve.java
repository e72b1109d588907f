package io.masthead.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: serves requests until the process is stopped. */
@RegisterForReflection
@Command(name = "serve", description = "Start the server; this is also what happens without a command.")
class Serve implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var refusal = StartChecks.refusal();
        if (refusal.isPresent()) {
            spec.commandLine().getErr().println(refusal.get());
            return 1;
        }
        Quarkus.run(Serving.class);
        return 0;
    }

    /** Runs when the server has started; Quarkus creates it. */
    public static final class Serving implements QuarkusApplication {

        private final StartNotice notice;

        Serving(StartNotice notice) {
            this.notice = notice;
        }

        @Override
        public int run(String... args) {
            notice.print(System.out);
            Quarkus.waitForExit();
            return 0;
        }
    }
}
