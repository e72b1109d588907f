package io.masthead.comment.spam;

import jakarta.enterprise.context.ApplicationScoped;

/** Detects bots, which fill in the form field that people do not see. */
@ApplicationScoped
class HoneypotRule implements SpamCheck {

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "honeypot";
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public CheckResult examine(ExaminedComment comment) {
        return comment.honeypot().isBlank() ? CheckResult.CLEAR : CheckResult.of(CheckResult.Kind.SPAM, name());
    }
}
