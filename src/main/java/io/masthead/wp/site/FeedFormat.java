package io.masthead.wp.site;

import java.util.Optional;

/** What feeds are written in. */
enum FeedFormat {
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

    /** By the word in an address; RSS has several. */
    static Optional<FeedFormat> find(String word) {
        return switch (word) {
            case "feed", "rss", "rss2" -> Optional.of(RSS);
            case "atom" -> Optional.of(ATOM);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** What people call it. */
    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The feed of what is found at an address; RSS needs no word of its own.
     *
     * @param end what addresses of the site end in
     */
    String feedOf(String address, String end) {
        if (address.contains("?")) {
            return address + "&feed=" + word;
        }
        return address + (address.endsWith("/") ? "feed" : "/feed") + (this == RSS ? "" : "/" + word) + end;
    }
}
