package io.masthead.api.v1.post;

import io.masthead.api.v1.http.ParameterReader;
import java.util.List;
import java.util.Optional;

/** Reads the parameter {@code include}. */
final class Includes {

    private Includes() {}

    static List<String> read(ParameterReader in, String raw, List<String> allowed) {
        return in.words(
                "include",
                raw,
                word -> allowed.contains(word) ? Optional.of(word) : Optional.empty(),
                String.join(", ", allowed));
    }
}
