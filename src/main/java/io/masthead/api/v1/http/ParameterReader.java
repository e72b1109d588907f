package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Cursor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Offset;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.SortKey;
import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TextSearch;
import io.masthead.text.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the parameters of one request and collects all faults. */
public final class ParameterReader {

    public static final int MAX_TEXT = 200;
    public static final int MAX_VALUES = 50;
    static final int MAX_WORDS = 20;

    /** An id, or {@value #TOP} for none. */
    public static final String ID_OR_TOP_PATTERN = "^(" + ParameterReader.TOP + "|" + ParameterReader.ID_PATTERN + ")$";

    /** The parameter value for having no parent. */
    public static final String TOP = "top";

    public static final String ID_PATTERN = "[1-9][0-9]{0,17}";

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    private final List<FieldError> errors = new ArrayList<>();

    public void refuse(String name, String code, String detail) {
        errors.add(new FieldError(name, code, detail));
    }

    public int integer(String name, String raw, int min, int max, int otherwise) {
        if (raw == null) {
            return otherwise;
        }
        if (INTEGER.matcher(raw).matches()) {
            int value = Integer.parseInt(raw);
            if (value >= min && value <= max) {
                return value;
            }
        }
        refuse(name, "out_of_range", "'%s' must be a whole number from %d to %d.".formatted(name, min, max));
        return otherwise;
    }

    /** Null if absent. */
    public Boolean bool(String name, String raw) {
        if (raw == null || raw.equals("true") || raw.equals("false")) {
            return raw == null ? null : Boolean.valueOf(raw);
        }
        refuse(name, "invalid_boolean", "'%s' must be true or false.".formatted(name));
        return null;
    }

    public boolean flag(String name, String raw) {
        return Boolean.TRUE.equals(bool(name, raw));
    }

    public Instant time(String name, String raw) {
        if (raw == null) {
            return null;
        }
        var time = InstantCodec.find(raw);
        if (time.isEmpty()) {
            refuse(name, "invalid_time", "'%s' must be %s.".formatted(name, InstantCodec.ALLOWED));
        }
        return time.orElse(null);
    }

    public Long id(String name, String raw) {
        if (raw == null) {
            return null;
        }
        if (!ID.matcher(raw).matches()) {
            refuse(
                    name,
                    "invalid_id",
                    "'%s' must be an id: a positive whole number of at most 18 digits.".formatted(name));
            return null;
        }
        return Long.valueOf(raw);
    }

    /** An id, {@link IdFilter#TOP} for {@value #TOP}; null where it was not sent. */
    public Long idOrTop(String name, String raw) {
        if (raw == null || raw.equals(TOP)) {
            return raw == null ? null : Long.valueOf(IdFilter.TOP);
        }
        if (!ID.matcher(raw).matches()) {
            refuse(
                    name,
                    "invalid_id",
                    "'%s' must be '%s' or an id: a positive whole number of at most 18 digits.".formatted(name, TOP));
            return null;
        }
        return Long.valueOf(raw);
    }

    /** A text to look for; null where it was not sent. */
    public String text(String name, String raw) {
        if (raw == null) {
            return null;
        }
        if (raw.isBlank() || !TextRules.isStorable(raw) || TextRules.codePoints(raw) > MAX_TEXT) {
            refuse(name, "invalid_text", "'%s' must have 1 to %d characters, and no NUL.".formatted(name, MAX_TEXT));
            return null;
        }
        return raw.strip();
    }

    /** A search in posts; null if absent. */
    public TextSearch search(String name, String raw) {
        var text = text(name, raw);
        if (text == null) {
            return null;
        }
        var search = TextSearch.ofWords(text);
        checkNumber(
                name,
                Stream.concat(search.words().stream(), search.excluded().stream())
                        .toList());
        return search;
    }

    /** A search in anything but posts; null if absent. */
    public WordSearch wordSearch(String name, String raw) {
        var text = text(name, raw);
        if (text == null) {
            return null;
        }
        var search = WordSearch.of(text);
        checkNumber(name, search.words());
        return search;
    }

    private void checkNumber(String name, List<String> words) {
        if (words.size() > MAX_WORDS) {
            refuse(name, "too_many_words", "'%s' may contain at most %d words.".formatted(name, MAX_WORDS));
        }
    }

    /** Values separated by commas; empty if absent. */
    public List<String> values(String name, String raw) {
        if (raw == null) {
            return List.of();
        }
        var values = Arrays.stream(raw.split(",", -1)).map(String::strip).toList();
        if (values.size() > MAX_VALUES
                || values.stream()
                        .anyMatch(value -> value.isEmpty()
                                || !TextRules.isStorable(value)
                                || TextRules.codePoints(value) > MAX_TEXT)) {
            refuse(
                    name,
                    "invalid_list",
                    "'%s' must be 1 to %d values separated by commas, each of 1 to %d characters."
                            .formatted(name, MAX_VALUES, MAX_TEXT));
            return List.of();
        }
        return values;
    }

    /** Values separated by commas or in repeated parameters; null or empty if absent. */
    public List<String> values(String name, List<String> raw) {
        return values(name, joined(raw));
    }

    /** As {@link #values(String, List)}, ids only. */
    public List<Long> ids(String name, List<String> raw) {
        if (raw == null || raw.isEmpty()) {
            return List.of();
        }
        var ids = Arrays.stream(joined(raw).split(",", -1)).map(String::strip).toList();
        if (ids.size() > PageRequest.MAX_LIMIT
                || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            refuse(
                    name,
                    "invalid_list",
                    "'%s' must be 1 to %d ids separated by commas, each a positive whole number of at most 18 digits."
                            .formatted(name, PageRequest.MAX_LIMIT));
            return List.of();
        }
        return ids.stream().map(Long::valueOf).distinct().toList();
    }

    /** What repeated parameters say, as one; null if there is none. */
    static String joined(List<String> raw) {
        return raw == null || raw.isEmpty() ? null : String.join(",", raw);
    }

    /** As {@link #words(String, List, String)}, of a parameter that cannot be repeated. */
    public List<String> words(String name, String raw, String allowed) {
        return words(name, once(raw), allowed);
    }

    private static List<String> once(String raw) {
        return raw == null ? List.of() : List.of(raw);
    }

    /** Words of an allow-list, both between commas. */
    public List<String> words(String name, List<String> raw, String allowed) {
        var known = Set.of(allowed.split(","));
        return words(name, raw, word -> Optional.of(word).filter(known::contains), allowed.replace(",", ", "));
    }

    private <T> List<T> words(String name, List<String> raw, Function<String, Optional<T>> find, String allowed) {
        var found = new ArrayList<T>();
        for (var word : values(name, raw)) {
            var match = find.apply(word);
            if (match.isPresent()) {
                found.add(match.get());
            } else {
                refuse(name, "not_in_enum", "'%s' cannot be '%s'; allowed are: %s.".formatted(name, word, allowed));
            }
        }
        return found;
    }

    /** As {@link #words(Class, String, List)}, of a parameter that cannot be repeated. */
    public <E extends Enum<E>> List<E> words(Class<E> type, String name, String raw) {
        return words(type, name, once(raw));
    }

    /** Words of an enum. */
    public <E extends Enum<E>> List<E> words(Class<E> type, String name, List<String> raw) {
        return words(name, raw, word -> EnumCodec.find(type, word), EnumCodec.listed(List.of(type.getEnumConstants())));
    }

    /**
     * A sort key, with a hyphen before it for the reverse order.
     *
     * @param allowed names of sort keys between commas
     * @param key the default
     */
    public <K extends Enum<K> & SortKey<?>> Sort<K> sort(String raw, String allowed, K key, boolean descending) {
        if (raw == null) {
            return new Sort<>(key, descending);
        }
        var word = raw.startsWith("-") ? raw.substring(1) : raw;
        if (Set.of(allowed.split(",")).contains(word)) {
            for (var candidate : key.getDeclaringClass().getEnumConstants()) {
                if (word.equals(candidate.parameter())) {
                    return new Sort<>(candidate, raw.startsWith("-"));
                }
            }
        }
        refuse(
                "sort",
                "not_in_enum",
                "'sort' must be one of %s, with a leading '-' for the reverse order."
                        .formatted(allowed.replace(",", ", ")));
        return new Sort<>(key, descending);
    }

    /** A sort key and its direction. */
    public record Sort<K>(K key, boolean descending) {}

    PageRequest page(String limit, String cursor, String page, String count) {
        var rows = integer("limit", limit, 1, PageRequest.MAX_LIMIT, PageRequest.DEFAULT_LIMIT);
        var last = PageRequest.MAX_OFFSET_ROWS / rows;
        Integer number = page == null ? null : Integer.valueOf(integer("page", page, 1, last, 1));
        if (cursor != null && page != null) {
            refuse("page", "conflict", "Send 'cursor' or 'page', not both.");
        }
        var counted = flag("count", count);
        return number == null
                ? new Keyset(rows, cursor(cursor), counted)
                : new Offset((number - 1L) * rows, rows, counted);
    }

    private Cursor cursor(String raw) {
        if (raw == null) {
            return null;
        }
        try {
            return Cursor.decode(raw);
        } catch (CmsException e) {
            errors.addAll(e.errors());
            return null;
        }
    }

    /**
     * @throws CmsException {@link ErrorCode#INVALID_PARAMETER} with all that is wrong
     */
    public void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        throw new CmsException(
                ErrorCode.INVALID_PARAMETER,
                errors.size() == 1
                        ? errors.get(0).detail()
                        : errors.size() + " parameters are not allowed; 'errors' names each.",
                errors);
    }
}
