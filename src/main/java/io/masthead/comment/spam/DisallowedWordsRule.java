package io.masthead.comment.spam;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves comments with one of the listed words to the trash. */
@ApplicationScoped
class DisallowedWordsRule implements SpamCheck {

    private final SettingService settings;

    DisallowedWordsRule(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.INSIDE_TRANSACTION;
    }

    @Override
    public String name() {
        return "disallowed_word";
    }

    @Override
    public boolean isOn() {
        return !settings.get().commentsDisallowedWords().isEmpty();
    }

    @Override
    public CheckResult examine(ExaminedComment comment) {
        return WordList.of(settings.get().commentsDisallowedWords()).occursIn(comment)
                ? CheckResult.of(CheckResult.Kind.TRASH, name())
                : CheckResult.CLEAR;
    }
}
