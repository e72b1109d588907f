package io.masthead.comment.spam;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds comments of authors who have no approved comment yet. */
@ApplicationScoped
class FirstCommentRule implements SpamCheck {

    private final SettingService settings;

    FirstCommentRule(SettingService settings) {
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
    public CheckResult examine(ExaminedComment comment) {
        return comment.knownAuthor() ? CheckResult.CLEAR : CheckResult.of(CheckResult.Kind.HOLD, name());
    }
}
