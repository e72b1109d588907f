package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
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
    static String listed(List<? extends Enum<?>> offered) {
        return offered.stream().map(EnumCodec::of).collect(Collectors.joining(", "));
    }

    /** A word where only some are offered, or where its field is no component of a record. */
    public static <E extends Enum<E>> E read(String field, String word, List<E> offered) {
        return offered.stream()
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> CmsException.field(
                        field, "not_in_enum", "'%s' must be one of %s.".formatted(field, listed(offered))));
    }
}
