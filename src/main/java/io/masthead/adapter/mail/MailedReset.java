package io.masthead.adapter.mail;

import io.masthead.setting.SettingService;
import io.masthead.user.recovery.ResetMail;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;

/** The mail with the link to a new password: plain text, in few words. */
@ApplicationScoped
class MailedReset implements ResetMail {

    private static final String DEFAULT_PAGE = "/reset-password";

    private final Mailer mailer;
    private final MailConfig config;
    private final SettingService settings;

    MailedReset(Mailer mailer, MailConfig config, SettingService settings) {
        this.mailer = mailer;
        this.config = config;
        this.settings = settings;
    }

    @Override
    public boolean isConfigured() {
        return config.host().isPresent() && config.from().isPresent();
    }

    @Override
    public void send(String email, String name, String token, long minutes) {
        var site = oneLine(settings.get().title());
        var text = """
                Hello %s,

                somebody, probably you, has asked for a new password at %s. Choose it here within \
                %d minutes:

                %s

                If it was not you, do nothing: your password stays as it is.
                """;
        mailer.send(Mail.withText(
                email, "Your new password at " + site, text.formatted(oneLine(name), site, minutes, link(token))));
    }

    /** Never made from what a request says of its host (OWASP ASVS 5.0, 3.7.2 and 6.4.1). */
    private String link(String token) {
        var page = config.resetUrl()
                .map(Object::toString)
                .orElseGet(() -> settings.get().url() + DEFAULT_PAGE);
        return page + (page.contains("?") ? "&" : "?") + "token=" + token;
    }

    /** What stands in a header must not begin another one. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\p{Cntrl}]+", " ").strip();
    }
}
