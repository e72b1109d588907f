package io.masthead.setting;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import java.util.regex.Pattern;

/** Validates the settings for URLs. */
public final class AddressRules {

    public static final int MAX_BASE = 100;

    private static final Pattern BASE =
            Pattern.compile("[a-z0-9]+(?:[_-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[_-]+[a-z0-9]+)*)*");

    private AddressRules() {}

    static void check(AddressChanges changes, Violations violations) {
        if (violations.hasValue("permalinkStructure", changes.permalinkStructure())) {
            violations.require(
                    PermalinkStructure.isValid(changes.permalinkStructure().value()),
                    "permalinkStructure",
                    "invalid_structure",
                    "'permalinkStructure' must be empty, or a path of at most "
                            + PermalinkStructure.MAX_LENGTH
                            + " characters that begins with a slash and names %postname% or"
                            + " %post_id%; its other tags are "
                            + PermalinkStructure.otherTags()
                            + ".");
        }
        base("categoryBase", changes.categoryBase(), violations);
        base("tagBase", changes.tagBase(), violations);
    }

    private static void base(String field, Patch<String> change, Violations violations) {
        if (violations.hasValue(field, change)) {
            violations.require(
                    change.value().length() <= MAX_BASE
                            && BASE.matcher(change.value()).matches(),
                    field,
                    "invalid_base",
                    "'%s' must be one or more words of a-z, 0-9, '-' and '_' between slashes, of at most %d characters."
                            .formatted(field, MAX_BASE));
        }
    }
}
