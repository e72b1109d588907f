package io.masthead.comment.spam;

import jakarta.enterprise.context.ApplicationScoped;

/** Whoever fills in the field that people do not see is a robot. */
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
