package io.masthead.permalink;

import java.util.Optional;

/** The formats of feeds, and how URLs name them. */
public enum FeedFormat {
    RSS("RSS", "rss2", "application/rss+xml"),
    ATOM("Atom", "atom", "application/atom+xml"),
    JSON("JSON Feed", "json", "application/feed+json");

    private final String title;
    private final String word;
    private final String mediaType;

    FeedFormat(String title, String word, String mediaType) {
        this.title = title;
        this.word = word;
        this.mediaType = mediaType;
    }

    /** By the word in a URL; RSS has several. */
    public static Optional<FeedFormat> find(String word) {
        return switch (word) {
            case "feed", "rss", "rss2" -> Optional.of(RSS);
            case "atom" -> Optional.of(ATOM);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The URL of the feed of what stands at a URL; RSS needs no word of its own.
     *
     * @param end what URLs of the site end in
     */
    public String feedOf(String address, String end) {
        if (address.contains("?")) {
            return address + "&feed=" + word;
        }
        return address + (address.endsWith("/") ? "feed" : "/feed") + (this == RSS ? "" : "/" + word) + end;
    }
}
