package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The constants of the core as words on the wire, in lower case. */
public final class EnumCodec {

    private EnumCodec() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** What may be said, for a sentence. */
    static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumCodec::of).collect(Collectors.joining(", "));
    }

    /** A word in a body. */
    public static <E extends Enum<E>> Patch<E> read(Class<E> type, String field, Patch<String> word) {
        return read(field, word, List.of(type.getEnumConstants()));
    }

    /** A word in a body, of which only some are offered there. */
    public static <E extends Enum<E>> Patch<E> read(String field, Patch<String> word, List<E> offered) {
        return word.map(value -> offered.stream()
                .filter(constant -> of(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> CmsException.field(
                        field, "not_in_enum", "'%s' must be one of %s.".formatted(field, listed(offered)))));
    }

    private static <E extends Enum<E>> String listed(List<E> offered) {
        return offered.stream().map(EnumCodec::of).collect(Collectors.joining(", "));
    }
}
