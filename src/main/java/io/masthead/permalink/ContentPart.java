package io.masthead.permalink;

/** A numbered part of what stands at a URL. */
enum ContentPart {
    /** A further page of an archive, a search or the front page. */
    ARCHIVE("page/", "paged"),
    /** The text of a post or page between two page breaks. */
    TEXT("", "page"),
    /** A page of the comments on a post or page. */
    COMMENTS("comment-page-", "cpage");

    private final String word;
    private final String parameter;

    ContentPart(String word, String parameter) {
        this.word = word;
        this.parameter = parameter;
    }

    /** WordPress' query variable. */
    String parameter() {
        return parameter;
    }

    /** Whether such content has such parts. */
    boolean isOf(ResolvedPermalink content) {
        return (this == ARCHIVE) != (content instanceof ResolvedPermalink.OfPost);
    }

    /** @param end what the URLs of the site end in */
    String url(String content, int number, String end) {
        if (content.contains("?")) {
            return content + "&" + parameter + "=" + number;
        }
        return (content.endsWith("/") ? content : content + "/") + word + number + end;
    }
}
