package io.masthead.media.image;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.Collectors;

/** The value of HTML's {@code srcset} attribute, not yet escaped for HTML. */
public final class Srcset {

    private Srcset() {}

    /**
     * One version of an image.
     *
     * @param width in pixels
     */
    public record Candidate(String url, int width) {

        public Candidate {
            if (width < 1) {
                throw new IllegalArgumentException("A candidate has a width.");
            }
        }
    }

    /** From narrow to wide; of those of one width the first. Empty without candidates. */
    public static String of(Collection<Candidate> candidates) {
        var widths = new HashSet<Integer>();
        return candidates.stream()
                .filter(candidate -> widths.add(candidate.width))
                .sorted(Comparator.comparingInt(Candidate::width))
                .map(candidate -> encoded(candidate.url) + " " + candidate.width + "w")
                .collect(Collectors.joining(", "));
    }

    /** White space ends a URL there, and so does a comma at one of its ends. */
    private static String encoded(String url) {
        return url.replace(" ", "%20").replaceAll("^,+|,+$", "%2C");
    }
}
