package io.masthead.comment.rules;

import io.masthead.comment.ExaminedComment;
import io.masthead.comment.Opinion;
import io.masthead.comment.SpamCheck;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** A comment with many links waits for a moderator. */
@ApplicationScoped
class ManyLinks implements SpamCheck {

    private final SettingService settings;

    ManyLinks(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public boolean isOn() {
        return settings.get().commentsHoldLinks() > 0;
    }

    @Override
    public Opinion examine(ExaminedComment comment) {
        return comment.links() < settings.get().commentsHoldLinks()
                ? Opinion.CLEAR
                : Opinion.of(Opinion.Kind.HOLD, name());
    }
}
