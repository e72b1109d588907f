package io.masthead.comment.rules;

import io.masthead.comment.ExaminedComment;
import io.masthead.comment.Opinion;
import io.masthead.comment.SpamCheck;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever has no approved comment yet waits for a moderator. */
@ApplicationScoped
class HoldFirst implements SpamCheck {

    private final SettingService settings;

    HoldFirst(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "first_comment";
    }

    @Override
    public boolean isOn() {
        return settings.get().commentsHoldFirst();
    }

    @Override
    public Opinion examine(ExaminedComment comment) {
        return comment.knownAuthor() ? Opinion.CLEAR : Opinion.of(Opinion.Kind.HOLD, name());
    }
}
