package io.masthead.comment.spam;

import io.masthead.comment.spam.ExaminedComment.FormAge;
import jakarta.enterprise.context.ApplicationScoped;

/** Detects forms that were sent too fast for a person. The caller decides whether forms are required. */
@ApplicationScoped
class FormTimeRule implements SpamCheck {

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "form_age";
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public CheckResult examine(ExaminedComment comment) {
        return comment.formAge() == FormAge.TOO_YOUNG
                ? CheckResult.of(CheckResult.Kind.SPAM, name())
                : CheckResult.CLEAR;
    }
}
