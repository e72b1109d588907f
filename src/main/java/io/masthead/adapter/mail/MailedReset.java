package io.masthead.adapter.mail;

import io.masthead.setting.SettingService;
import io.masthead.user.recovery.ResetMail;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;

/** The password reset mail, in plain text. */
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

    /** Never derived from the Host of a request (OWASP ASVS 5.0, 3.7.2 and 6.4.1). */
    private String link(String token) {
        var page = config.resetUrl()
                .map(Object::toString)
                .orElseGet(() -> settings.get().url() + DEFAULT_PAGE);
        return page + (page.contains("?") ? "&" : "?") + "token=" + token;
    }

    /** A header value must not contain a line break, which could begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\p{Cntrl}]+", " ").strip();
    }
}
