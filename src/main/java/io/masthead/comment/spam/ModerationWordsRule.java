package io.masthead.comment.spam;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds comments with one of the listed words for moderation. */
@ApplicationScoped
class ModerationWordsRule implements SpamCheck {

    private final SettingService settings;

    ModerationWordsRule(SettingService settings) {
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
    public CheckResult examine(ExaminedComment comment) {
        return WordList.of(settings.get().commentsModerationWords()).occursIn(comment)
                ? CheckResult.of(CheckResult.Kind.HOLD, name())
                : CheckResult.CLEAR;
    }
}
