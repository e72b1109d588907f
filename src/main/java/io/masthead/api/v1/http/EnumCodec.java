package io.masthead.api.v1.http;

import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enum constants of the core on the wire, in lower case. */
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

    /** The words, for a message. */
    static String listed(List<? extends Enum<?>> offered) {
        return offered.stream().map(EnumCodec::of).collect(Collectors.joining(", "));
    }

    /** Reads a word of a body. An unknown one is a fault, so that it is refused together with all others. */
    public static <E extends Enum<E>> Patch<E> read(Class<E> type, String field, String word) {
        return find(type, word)
                .map(Patch::to)
                .orElseGet(() -> Patch.invalid(new FieldError(
                        field,
                        "not_in_enum",
                        "'%s' must be one of %s.".formatted(field, listed(List.of(type.getEnumConstants()))))));
    }
}
