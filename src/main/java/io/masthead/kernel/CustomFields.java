package io.masthead.kernel;

import io.masthead.text.TextRules;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Validates, merges and filters custom fields of posts, pages, categories, tags and media. */
public final class CustomFields {

    public static final int MAX_NAMES = 100;

    /**
     * Names the fields that a client wrote, or a site had, as those of the plug-in Advanced Custom Fields: an object with
     * their names, whose values are true.
     */
    public static final String ACF_NAMES = "_acf";

    /** Longer values are shown but cannot be filtered by. */
    public static final int MAX_FILTERED = 200;

    static final int MAX_NAME = 100;
    static final int MAX_CHARACTERS = 65_536;
    static final int MAX_DEPTH = 8;
    static final int MAX_DIGITS = 100;

    private static final String FIELD = "customFields";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:@ -]{1," + MAX_NAME + "}");

    private CustomFields() {}

    /**
     * As in WordPress, names that begin with an underscore are internal to programs. Only users who may change
     * what has such fields see them, and find it by them.
     */
    public static boolean isProtected(String name) {
        return name.startsWith("_");
    }

    public static Map<String, Object> withoutProtected(Map<String, Object> fields) {
        if (fields.keySet().stream().noneMatch(CustomFields::isProtected)) {
            return fields;
        }
        var open = new LinkedHashMap<>(fields);
        open.keySet().removeIf(CustomFields::isProtected);
        return Collections.unmodifiableMap(open);
    }

    /** A value of a patch that replaces an object as a whole. */
    public record Replacement(Map<String, Object> fields) {}

    /**
     * The target after the patch, by RFC 7396 section 2, except for each {@link Replacement}; neither argument is changed.
     */
    public static Map<String, Object> merge(Map<String, Object> target, Map<String, Object> patch) {
        if (patch == null) {
            return Map.of();
        }
        var merged = new LinkedHashMap<>(target);
        patch.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else if (value instanceof Replacement replacement) {
                merged.put(name, merge(Map.of(), replacement.fields()));
            } else if (value instanceof Map<?, ?> nested) {
                var old = merged.get(name);
                merged.put(name, merge(old instanceof Map<?, ?> map ? object(map) : Map.of(), object(nested)));
            } else {
                merged.put(name, value);
            }
        });
        return Collections.unmodifiableMap(merged);
    }

    /** Absent if the patch changes nothing of what is present. */
    public static Patch<Map<String, Object>> differing(Patch<Map<String, Object>> patch, Map<String, Object> present) {
        return patch.isSet() && merge(present, patch.value()).equals(present) ? Patch.absent() : patch;
    }

    /** The fields after a patch, checked; those present if it is absent. */
    public static Map<String, Object> changed(
            Map<String, Object> present, Patch<Map<String, Object>> patch, Violations violations) {
        if (!patch.isSet()) {
            return present;
        }
        var merged = merge(present, patch.value());
        check(merged, violations);
        return merged;
    }

    /**
     * Those of another site that fit the limits.
     *
     * @param warnings are told of each that is left out
     */
    public static Map<String, Object> fit(Map<String, Object> fields, Consumer<String> warnings) {
        var kept = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            kept.put(name, value);
            var violations = new Violations();
            check(kept, violations);
            if (!violations.isEmpty()) {
                kept.remove(name);
                warnings.accept(
                        "The custom field \"%s\" was left out: it breaks the limits of custom fields.".formatted(name));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    public static void check(Map<String, Object> fields, Violations violations) {
        if (fields.size() > MAX_NAMES) {
            violations.add(FIELD, "too_many", "'customFields' may have at most " + MAX_NAMES + " names.");
            return;
        }
        for (var entry : fields.entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                violations.add(
                        FIELD,
                        "invalid_name",
                        "A name in 'customFields' must have 1 to "
                                + MAX_NAME
                                + " letters, digits, blanks or any of _ . : @ -");
                return;
            }
        }
        var size = new Size();
        size.add(fields, 1);
        if (size.tooDeep) {
            violations.add(FIELD, "too_deep", "'customFields' may be nested at most " + MAX_DEPTH + " levels deep.");
        } else if (size.notStorable) {
            violations.add(
                    FIELD, "invalid_characters", "'customFields' must not contain NUL or lone surrogate characters.");
        } else if (size.hugeNumber) {
            violations.add(
                    FIELD, "out_of_range", "A number in 'customFields' may have at most " + MAX_DIGITS + " digits.");
        } else if (size.characters > MAX_CHARACTERS) {
            violations.add(
                    FIELD, "too_long", "'customFields' may hold at most " + MAX_CHARACTERS + " characters in all.");
        }
    }

    /** The scalars that lists can be filtered by. */
    public static Map<String, String> rows(Map<String, Object> fields) {
        var rows = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            var content = content(value);
            if (content != null && content.length() <= MAX_FILTERED) {
                rows.put(name, content);
            }
        });
        return rows;
    }

    private static String content(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return null;
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        var object = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> object.put(name.toString(), value));
        return object;
    }

    private static final class Size {

        private long characters;
        private boolean tooDeep;
        private boolean notStorable;
        private boolean hugeNumber;

        void add(Object value, int depth) {
            if (depth > MAX_DEPTH) {
                tooDeep = true;
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((name, nested) -> {
                    add(name, depth);
                    add(nested, depth + 1);
                });
            } else if (value instanceof Collection<?> list) {
                list.forEach(nested -> add(nested, depth + 1));
            } else {
                if (value instanceof Number number) {
                    var decimal = new BigDecimal(number.toString());
                    // 1e999999 is short to write and has a million digits when stored.
                    hugeNumber |= decimal.precision() > MAX_DIGITS || Math.abs((long) decimal.scale()) > MAX_DIGITS;
                }
                var text = String.valueOf(value);
                characters += text.length() + 4L;
                notStorable |= !TextRules.isStorable(text);
            }
        }
    }
}
