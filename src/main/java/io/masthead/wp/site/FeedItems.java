package io.masthead.wp.site;

import io.masthead.comment.Comment;
import io.masthead.permalink.FeedFormat;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.setting.SiteSettings;
import io.masthead.taxonomy.TermSummary;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** Makes the items of feeds. */
final class FeedItems {

    private FeedItems() {}

    static FeedItem of(PostView view, PermalinkBuilder addresses, SiteSettings site) {
        var post = view.post();
        var link = addresses.post(post);
        return new FeedItem(
                FeedText.title(post),
                FeedText.titleHtml(post),
                link,
                addresses.guid(post),
                post.author().displayName(),
                post.author().url(),
                post.sortAt(),
                post.updatedAt(),
                Stream.concat(post.categories().stream(), post.tags().stream())
                        .map(TermSummary::name)
                        .toList(),
                FeedText.summary(view),
                FeedText.content(view),
                view.readable() ? Enclosure.of(post) : List.of(),
                talk(post, link, site));
    }

    /** Null where nothing was said and nothing may be. */
    private static FeedItem.Talk talk(Post post, String link, SiteSettings site) {
        var comments = post.commentCount() + post.pingCount();
        if (comments == 0 && !post.hasCommentsOpen()) {
            return null;
        }
        var end = site.addresses().structure().end();
        return new FeedItem.Talk(
                comments,
                link + (comments == 0 ? "#respond" : "#comments"),
                FeedFormat.RSS.feedOf(link, end),
                FeedFormat.ATOM.feedOf(link, end));
    }

    /**
     * @param parent what it answers; null for nothing that readers see
     * @param onPost whether the feed is of that post alone, so that its title says nothing
     */
    static FeedItem of(Comment comment, Comment parent, Post post, boolean onPost, PermalinkBuilder addresses) {
        var title = onPost
                ? "By: " + author(comment)
                : "Comment on %s by %s".formatted(FeedText.title(post), author(comment));
        return new FeedItem(
                title,
                Entities.escape(title),
                addresses.comment(post, comment.id()),
                addresses.guid(post) + "#comment-" + comment.id(),
                author(comment),
                comment.authorUrl(),
                comment.createdAt(),
                comment.updatedAt(),
                List.of(),
                FeedText.summary(comment),
                (parent == null ? "" : inReplyTo(parent, post, addresses)) + comment.html(),
                List.of(),
                null);
    }

    /** As WordPress begins an answer where it is seen without what it answers. */
    private static String inReplyTo(Comment parent, Post post, PermalinkBuilder addresses) {
        return "<p>In reply to <a href=\"%s\">%s</a>.</p>\n"
                .formatted(Entities.escape(addresses.comment(post, parent.id())), Entities.escape(author(parent)));
    }

    private static String author(Comment comment) {
        var name = FeedText.name(comment.authorName());
        return name.isEmpty() ? "Anonymous" : name;
    }
}
