package io.masthead.wp.site;

import java.time.Instant;
import java.util.List;

/**
 * A post or a comment in a feed, in plain text where nothing else is said.
 *
 * @param titleHtml inline HTML
 * @param guid what never changes of it
 * @param authorUrl empty where none is known
 * @param summary HTML
 * @param content HTML; null where a password is missing
 * @param files none where a password is missing
 * @param talk null for a comment, and where there is none and none may begin
 */
record FeedItem(
        String title,
        String titleHtml,
        String link,
        String guid,
        String author,
        String authorUrl,
        Instant published,
        Instant updated,
        List<String> categories,
        String summary,
        String content,
        List<Enclosure> files,
        Talk talk) {

    /**
     * What was said to a post.
     *
     * @param page where it is said
     * @param feed the address of its feed, in RSS
     * @param atomFeed the same in Atom
     */
    record Talk(int comments, String page, String feed, String atomFeed) {}
}
