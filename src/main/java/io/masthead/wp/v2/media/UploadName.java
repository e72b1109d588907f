package io.masthead.wp.v2.media;

import io.masthead.media.type.FileType;
import io.masthead.text.ContentDisposition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a file that is sent. To WordPress' clients, what follows its last dot has to be of an accepted type. */
final class UploadName {

    /** Other names of the accepted types. */
    private static final Set<String> ALSO = Set.of(
            "jpeg", "jpe", "m4v", "m4b", "oga", "asc", "c", "cc", "h", "srt", "csv", "tsv", "ics", "rtx", "vtt", "md");

    private static final Set<String> ACCEPTED = Stream.concat(
                    ALSO.stream(), Arrays.stream(FileType.values()).map(FileType::extension))
            .collect(Collectors.toUnmodifiableSet());

    private UploadName() {}

    /** Whether it has no ending, or that of a type that is accepted. */
    static boolean isAccepted(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || ACCEPTED.contains(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The name in a Content-Disposition, in any of the ways in which clients write it; null if there is none.
     *
     * @param header null where it was not sent
     */
    static String of(String header) {
        var parameters = ContentDisposition.lenientParameters(header);
        var name = parameters.getOrDefault("filename", "");
        var extended = parameters.get("filename*");
        var either = extended == null || extended.isBlank() ? name : extended;
        return either.isBlank() ? null : either.strip();
    }
}
