package io.masthead.comment.rules;

import io.masthead.comment.ExaminedComment;
import io.masthead.comment.Opinion;
import io.masthead.comment.SpamCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever fills in the field that people do not see is a robot. */
@ApplicationScoped
class Honeypot implements SpamCheck {

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
    public Opinion examine(ExaminedComment comment) {
        return comment.trap().isBlank() ? Opinion.CLEAR : Opinion.of(Opinion.Kind.SPAM, name());
    }
}
