package io.masthead.menu;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.text.Slugs;
import io.masthead.text.WebAddresses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The limits of menus and their items. */
public final class MenuRules {

    public static final int MAX_NAME = 200;
    public static final int MAX_DESCRIPTION = 1_000;
    public static final int MAX_PLACES = 20;
    public static final int MAX_PLACE = 100;

    /** Of items in one menu. */
    public static final int MAX_ITEMS = 500;

    /** Of levels, those of WordPress' editor of menus. */
    public static final int MAX_DEPTH = 11;

    /** Of menus, so that all of them can be listed at once. */
    public static final int MAX_MENUS = 200;

    public static final int MAX_LABEL = 500;
    public static final int MAX_URL = 2_000;
    public static final int MAX_TITLE = 500;
    public static final int MAX_ITEM_DESCRIPTION = 2_000;

    /** Of classes, and of link types. */
    public static final int MAX_WORDS = 20;

    public static final int MAX_WORD = 40;

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_PLACE + "}");

    /** What separates words, and what is special in attributes of HTML, is no part of a word. */
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Cntrl}\"'<>&`]{1," + MAX_WORD + "}");

    /** Those of HTML that every browser knows; empty for the same tab. */
    private static final Set<String> TARGETS = Set.of("", "_blank", "_self", "_parent", "_top");

    private MenuRules() {}

    /** Plain text on one line. */
    static String name(Patch<String> change, Violations violations) {
        if (!violations.hasValue("name", change)) {
            return "";
        }
        violations.requiredText("name", change.value(), MAX_NAME);
        return onOneLine(change.value());
    }

    static void slug(String value, Violations violations) {
        violations.require(Slugs.isValid(value), "slug", "invalid_slug", "'slug' must have " + Slugs.ALLOWED + ".");
    }

    static String description(String value, Violations violations) {
        violations.text("description", value, MAX_DESCRIPTION);
        return value == null ? "" : value.strip();
    }

    /** Whether a place can have this name. */
    public static boolean isPlace(String name) {
        return PLACE.matcher(name).matches();
    }

    static void places(List<String> places, Violations violations) {
        violations.require(
                places.size() <= MAX_PLACES,
                "places",
                "too_many",
                "A menu can have at most %d places.".formatted(MAX_PLACES));
        var seen = new HashSet<String>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var field = "places/" + i;
            if (place == null || !isPlace(place)) {
                violations.add(
                        field,
                        "invalid_place",
                        "A place must have 1 to %d Latin letters, digits, hyphens and underscores."
                                .formatted(MAX_PLACE));
            } else if (!seen.add(place)) {
                violations.add(field, "repeated", "The place '" + place + "' is named twice.");
            }
        }
    }

    /**
     * Checks the fields of one item but its reference.
     *
     * @param at the path of the item with a slash at its end, or empty
     * @param mayLackUrl whether it may have neither a URL nor a reference
     */
    static MenuItemFields item(String at, MenuItemFields item, boolean mayLackUrl, Violations violations) {
        violations.text(at + "label", item.label(), MAX_LABEL);
        violations.text(at + "title", item.title(), MAX_TITLE);
        violations.text(at + "description", item.description(), MAX_ITEM_DESCRIPTION);
        violations.require(
                isTarget(item.target()),
                at + "target",
                "not_in_enum",
                "'target' must be empty or one of _blank, _self, _parent and _top.");
        words(at + "classes", item.classes(), violations);
        words(at + "rel", item.rel(), violations);
        var label = item.label() == null || item.label().isBlank() ? null : onOneLine(item.label());
        if (item.reference() == null && !mayLackUrl) {
            violations.require(label != null, at + "label", "required", "A link needs a 'label'.");
            violations.require(
                    item.url() != null && !item.url().isBlank(),
                    at + "url",
                    "required",
                    "An item needs a 'url' or a 'reference'.");
        }
        if (item.url() != null && !item.url().isBlank()) {
            url(at + "url", item.url(), violations);
        }
        return new MenuItemFields(
                label,
                item.url() == null || item.url().isBlank() ? null : item.url(),
                item.reference(),
                item.target(),
                onOneLine(item.title()),
                item.classes(),
                item.rel(),
                item.description().strip());
    }

    private static void url(String field, String url, Violations violations) {
        violations.text(field, url, MAX_URL);
        violations.require(
                isUrl(url),
                field,
                "invalid_url",
                "'url' must be relative, or begin with http:, https:, mailto: or tel:, without blanks.");
    }

    static boolean isTarget(String target) {
        return TARGETS.contains(target);
    }

    /** Whether an item can lead there. */
    static boolean isUrl(String url) {
        return WebAddresses.isLink(url)
                && url.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** Whether it can be a class or a link type. */
    static boolean isWord(String word) {
        return WORD.matcher(word).matches();
    }

    private static void words(String field, List<String> words, Violations violations) {
        violations.require(
                words.size() <= MAX_WORDS,
                field,
                "too_many",
                "'%s' can have at most %d words.".formatted(field, MAX_WORDS));
        for (int i = 0; i < words.size(); i++) {
            violations.require(
                    words.get(i) != null && isWord(words.get(i)),
                    field + "/" + i,
                    "invalid_word",
                    "A word must have 1 to %d characters, without blanks, quotes and angle brackets."
                            .formatted(MAX_WORD));
        }
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
