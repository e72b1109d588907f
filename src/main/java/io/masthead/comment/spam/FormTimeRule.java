package io.masthead.comment.spam;

import io.masthead.comment.spam.ExaminedComment.FormAge;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody fills in a form in no time. Whether forms are asked for decides who calls. */
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
