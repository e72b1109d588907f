package io.masthead.comment.spam;

import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds comments with many links for moderation. */
@ApplicationScoped
class LinkCountRule implements SpamCheck {

    private final SettingService settings;

    LinkCountRule(SettingService settings) {
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
    public CheckResult examine(ExaminedComment comment) {
        return comment.links() < settings.get().commentsHoldLinks()
                ? CheckResult.CLEAR
                : CheckResult.of(CheckResult.Kind.HOLD, name());
    }
}
