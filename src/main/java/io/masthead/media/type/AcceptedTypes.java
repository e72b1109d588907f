package io.masthead.media.type;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which types of files are accepted here. */
@Singleton
public class AcceptedTypes {

    private final boolean isSvgAllowed;
    private final String names;

    AcceptedTypes(TypeConfig config) {
        this.isSvgAllowed = config.svg();
        this.names = Arrays.stream(FileType.values())
                .filter(this::has)
                .map(FileType::extension)
                .collect(Collectors.joining(", "));
    }

    public boolean has(FileType type) {
        return type != FileType.SVG || isSvgAllowed;
    }

    /** Their usual extensions, for a message. */
    public String names() {
        return names;
    }
}
