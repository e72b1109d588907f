package io.masthead.comment.spam;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds every comment for moderation. */
@ApplicationScoped
class HoldAllRule implements SpamCheck {

    private final SettingService settings;

    HoldAllRule(SettingService settings) {
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
    public CheckResult examine(ExaminedComment comment) {
        return CheckResult.of(CheckResult.Kind.HOLD, name());
    }
}
