package io.masthead.cli;

import io.masthead.user.credential.AdminConfig;
import io.masthead.user.credential.FirstToken;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The last lines of a start: the URL of the server and how the administrator signs in. They are written to
 * standard output and not to the log, which may be kept and must not contain tokens.
 */
@ApplicationScoped
class StartNotice implements FirstToken {

    private static final String LINE = "-".repeat(80);

    private final String address;
    private final boolean isTokenConfigured;

    /** The token of the first start, until it has been shown. */
    private final AtomicReference<String> token = new AtomicReference<>();

    StartNotice(@ConfigProperty(name = "masthead.http.port") int port, AdminConfig config) {
        this.address = "http://localhost:" + port;
        this.isTokenConfigured = config.token().isPresent();
    }

    @Override
    public void show(String made) {
        token.set(made);
    }

    /** Prints the notice; called when the server is ready. */
    void print(PrintStream out) {
        out.println(text(token.getAndSet(null)));
        out.flush();
    }

    /** Prints a token that no notice has shown, because the start failed later or a command ran instead. */
    void printUnshown(@Observes ShutdownEvent event) {
        var unshown = token.getAndSet(null);
        if (unshown != null) {
            System.out.println("The administrator's token, shown only once: " + unshown);
            System.out.flush();
        }
    }

    private String text(String shown) {
        var credential = shown == null ? "$TOKEN" : shown;
        return """
               %s
               Masthead answers at %s

               Try the API    %s/docs
               Your token     %s
               Check it       curl -H "Authorization: Bearer %s" %s/api/v1/me
               %s""".formatted(LINE, address, address, tokenLine(shown), credential, address, LINE);
    }

    private String tokenLine(String shown) {
        if (shown != null) {
            return shown + "\n               (administrator; shown only this once, so keep it)";
        }
        return isTokenConfigured
                ? "the one in MASTHEAD_ADMIN_TOKEN"
                : "printed once by the first start; to replace a lost one, stop the server and\n"
                        + "               run the command: token reset";
    }
}
