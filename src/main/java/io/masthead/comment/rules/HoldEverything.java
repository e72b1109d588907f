package io.masthead.comment.rules;

import io.masthead.comment.ExaminedComment;
import io.masthead.comment.Opinion;
import io.masthead.comment.SpamCheck;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Every comment waits for a moderator. */
@ApplicationScoped
class HoldEverything implements SpamCheck {

    private final SettingService settings;

    HoldEverything(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "hold_all";
    }

    @Override
    public boolean isOn() {
        return settings.get().commentsHoldAll();
    }

    @Override
    public Opinion examine(ExaminedComment comment) {
        return Opinion.of(Opinion.Kind.HOLD, name());
    }
}
