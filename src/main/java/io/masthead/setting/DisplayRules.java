package io.masthead.setting;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import java.util.List;

/** Validates the display settings. */
public final class DisplayRules {

    public static final int MAX_FORMAT = 100;
    public static final int MAX_POSTS = 1_000;

    /** Saturday. */
    public static final int LAST_DAY = 6;

    /** The names of post formats; posts depend on the settings and not the reverse. */
    static final List<String> POST_FORMATS =
            List.of("standard", "aside", "chat", "gallery", "link", "image", "quote", "status", "video", "audio");

    private DisplayRules() {}

    static void check(DisplayChanges changes, ContentCheck content, Actor actor, Violations violations) {
        format("dateFormat", changes.dateFormat(), violations);
        format("timeFormat", changes.timeFormat(), violations);
        SettingRules.between("startOfWeek", changes.startOfWeek(), 0, LAST_DAY, violations);
        violations.hasValue("useSmilies", changes.useSmilies());
        violations.hasValue("pageInFront", changes.pageInFront());
        if (violations.hasValue("defaultPostFormat", changes.defaultPostFormat())) {
            violations.require(
                    POST_FORMATS.contains(changes.defaultPostFormat().value()),
                    "defaultPostFormat",
                    "not_in_enum",
                    "'defaultPostFormat' must be one of " + String.join(", ", POST_FORMATS) + ".");
        }
        if (violations.hasValue("postsPerPage", changes.postsPerPage())) {
            int posts = changes.postsPerPage().value();
            violations.require(
                    posts == DisplaySettings.ALL_POSTS || (posts >= 1 && posts <= MAX_POSTS),
                    "postsPerPage",
                    "out_of_range",
                    "'postsPerPage' must be a number from 1 to %d, or %d for all."
                            .formatted(MAX_POSTS, DisplaySettings.ALL_POSTS));
        }
        page("frontPageId", changes.frontPageId(), content, violations);
        page("postsPageId", changes.postsPageId(), content, violations);
        media("logoId", changes.logoId(), content, actor, violations);
        media("iconId", changes.iconId(), content, actor, violations);
    }

    private static void format(String field, Patch<String> change, Violations violations) {
        if (violations.hasValue(field, change)) {
            violations.requiredText(field, change.value(), MAX_FORMAT);
        }
    }

    private static void page(String field, Patch<Long> change, ContentCheck content, Violations violations) {
        if (change.value() != null && !content.pageExists(change.value())) {
            unknown(field, "page", change.value(), violations);
        }
    }

    private static void media(
            String field, Patch<Long> change, ContentCheck content, Actor actor, Violations violations) {
        if (change.value() != null && !content.mediaExists(change.value(), actor)) {
            unknown(field, "media", change.value(), violations);
        }
    }

    private static void unknown(String field, String noun, long id, Violations violations) {
        violations.add(field, "unknown", "There is no %s with the id %d.".formatted(noun, id));
    }
}
