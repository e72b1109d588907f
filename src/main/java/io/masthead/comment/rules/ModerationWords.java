package io.masthead.comment.rules;

import io.masthead.comment.ExaminedComment;
import io.masthead.comment.Opinion;
import io.masthead.comment.SpamCheck;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** A comment with one of the listed words waits for a moderator. */
@ApplicationScoped
class ModerationWords implements SpamCheck {

    private final SettingService settings;

    ModerationWords(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "moderation_word";
    }

    @Override
    public boolean isOn() {
        return !settings.get().commentsModerationWords().isEmpty();
    }

    @Override
    public Opinion examine(ExaminedComment comment) {
        return WordList.of(settings.get().commentsModerationWords()).occursIn(comment)
                ? Opinion.of(Opinion.Kind.HOLD, name())
                : Opinion.CLEAR;
    }
}
