package io.masthead.media.usage;

/**
 * A post or page that shows a media item.
 *
 * @param postId null if the caller may not see it
 * @param title null if the caller may not see it
 */
public record MediaUsage(Long postId, String title, Kind kind) {

    /** Where it is shown. */
    public enum Kind {
        FEATURED_MEDIA("shows it as its featured media"),
        CONTENT("names its address in its content");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    String sentence() {
        return (postId == null ? "A post that you may not see " : "Post %d, \"%s\", ".formatted(postId, title))
                + kind.sentence
                + ".";
    }
}
