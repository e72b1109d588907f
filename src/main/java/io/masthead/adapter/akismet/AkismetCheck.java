package io.masthead.adapter.akismet;

import io.masthead.comment.spam.CheckResult;
import io.masthead.comment.spam.ExaminedComment;
import io.masthead.comment.spam.SpamCheck;
import io.masthead.setting.SettingService;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Checks comments with Akismet. */
@ApplicationScoped
class AkismetCheck implements SpamCheck {

    private static final Logger LOG = Logger.getLogger(AkismetCheck.class);

    /** Added to the time limit of a call, so that the call ends by itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int TOO_MANY = 429;

    private final AkismetConfig config;
    private final AkismetGateway gateway;
    private final SettingService settings;
    private final Clock clock;

    AkismetCheck(AkismetConfig config, AkismetGateway gateway, SettingService settings, Clock clock) {
        this.config = config;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.AFTER_COMMIT;
    }

    @Override
    public String name() {
        return "akismet";
    }

    @Override
    public boolean isOn() {
        return config.key().isPresent();
    }

    @Override
    public CheckResult examine(ExaminedComment comment) {
        try {
            return result(post("comment-check", form(comment)));
        } catch (RuntimeException e) {
            LOG.infof("Asking Akismet about comment %d failed: %s", comment.id(), brief(e));
            return CheckResult.unknown("akismet: no answer", null);
        }
    }

    @Override
    public boolean report(ExaminedComment comment, boolean spam) {
        try {
            var form = form(comment).with("reporter", "moderator");
            var answer = post(spam ? "submit-spam" : "submit-ham", form);
            if (answer.begins("Thanks")) {
                return true;
            }
            LOG.infof("Akismet did not accept the report on comment %d: %s", comment.id(), answer.complaint());
        } catch (RuntimeException e) {
            LOG.infof("Reporting comment %d to Akismet failed: %s", comment.id(), brief(e));
        }
        return false;
    }

    /** Logs whether the key is valid, so that a wrong one is noticed. */
    void verify(@Observes StartupEvent event) {
        if (!isOn()) {
            return;
        }
        var form = AkismetForm.ofKey(config.key().orElseThrow(), settings.get());
        gateway.post("verify-key", form.encoded())
                .subscribe()
                .with(
                        answer -> {
                            if (answer.says("valid")) {
                                LOG.info("Akismet checks comments: its key is valid");
                            } else {
                                LOG.warnf(
                                        "Akismet refuses the key (%s): comments are held for moderation"
                                                + " until masthead.akismet.key is correct",
                                        answer.complaint());
                            }
                        },
                        failure -> LOG.warnf(
                                "Akismet could not be reached to verify the key (%s);"
                                        + " comments are held until it answers",
                                brief(failure)));
    }

    private CheckResult result(AkismetAnswer answer) {
        if (answer.says("true")) {
            var blatant =
                    answer.header("x-akismet-pro-tip").filter("discard"::equals).isPresent();
            return CheckResult.of(CheckResult.Kind.SPAM, blatant ? "akismet: discard" : name());
        }
        if (answer.says("false")) {
            return new CheckResult(
                    CheckResult.Kind.CLEAR,
                    name(),
                    answer.delay("x-akismet-recheck-after", clock).orElse(null));
        }
        LOG.infof("Akismet answered neither true nor false: %s", answer.complaint());
        return CheckResult.unknown(
                "akismet: no verdict",
                answer.status() == TOO_MANY ? answer.delay("retry-after", clock).orElse(null) : null);
    }

    private AkismetForm form(ExaminedComment comment) {
        return AkismetForm.of(comment, config.key().orElseThrow(), config.test(), settings.get());
    }

    private AkismetAnswer post(String call, AkismetForm form) {
        return gateway.post(call, form.encoded())
                .await()
                .atMost(config.timeLimit().plus(GRACE));
    }

    /** Names the failure; the client's message could repeat what was sent. */
    private static String brief(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}
