package io.masthead.setting;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import java.util.List;

/** Validates the discussion settings. */
public final class DiscussionRules {

    public static final int MAX_LINKS = 1_000;
    public static final int MAX_FLOOD_SECONDS = 3_600;
    public static final int MAX_EDIT_SECONDS = 86_400;
    public static final int MAX_FORM_SECONDS = 3_600;
    public static final int MAX_ADDRESS_DAYS = 3_650;
    public static final int MAX_WORDS = 1_000;
    static final int MAX_WORD = 200;

    private DiscussionRules() {}

    static void check(DiscussionChanges changes, Violations violations) {
        violations.hasValue("commentsHoldAll", changes.holdAll());
        violations.hasValue("commentsHoldFirst", changes.holdFirst());
        words("commentsModerationWords", changes.moderationWords(), violations);
        words("commentsDisallowedWords", changes.disallowedWords(), violations);
        upTo("commentsHoldLinks", changes.holdLinks(), MAX_LINKS, violations);
        upTo("commentsFloodSeconds", changes.floodSeconds(), MAX_FLOOD_SECONDS, violations);
        upTo("commentsEditSeconds", changes.editSeconds(), MAX_EDIT_SECONDS, violations);
        upTo("commentsMinFormSeconds", changes.minFormSeconds(), MAX_FORM_SECONDS, violations);
        upTo("commentsAddressDays", changes.addressDays(), MAX_ADDRESS_DAYS, violations);
    }

    private static void upTo(String field, Patch<Integer> change, int most, Violations violations) {
        SettingRules.between(field, change, 0, most, violations);
    }

    private static void words(String field, Patch<List<String>> change, Violations violations) {
        if (!violations.hasValue(field, change)) {
            return;
        }
        var words = change.value();
        violations.require(
                words.size() <= MAX_WORDS,
                field,
                "too_many",
                "'%s' may have at most %d words.".formatted(field, MAX_WORDS));
        for (int i = 0; i < Math.min(words.size(), MAX_WORDS); i++) {
            var word = words.get(i);
            var name = field + "/" + i;
            violations.requiredText(name, word, MAX_WORD);
            violations.require(
                    word == null || word.chars().noneMatch(DiscussionRules::endsLineOrHides),
                    name,
                    "invalid_characters",
                    "'%s' must be one line without control characters.".formatted(name));
        }
    }

    private static boolean endsLineOrHides(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
