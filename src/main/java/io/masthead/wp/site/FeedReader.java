package io.masthead.wp.site;

import io.masthead.comment.Comment;
import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.CommentQuery;
import io.masthead.comment.query.CommentSort;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.permalink.Permalinks;
import io.masthead.permalink.ResolvedPermalink;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.Post;
import io.masthead.post.PostQueries;
import io.masthead.post.PostView;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import io.masthead.web.EntityTags;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a feed shows, as somebody without an account sees it. */
@Singleton
class FeedReader {

    /** WordPress' own default; not the number of posts on a page of the site. */
    static final int ITEMS = 10;

    /**
     * What is known of an item before it is rendered.
     *
     * @param version changes with all that is shown of it
     */
    private record Entry(Instant updated, String version, Supplier<FeedItem> item) {}

    /** A comment and what it is on. */
    private record Said(Comment comment, Post post) {}

    private final PostQueries posts;
    private final CommentQueries comments;
    private final Permalinks permalinks;
    private final SettingService settings;
    private final ReadTags reads;

    FeedReader(
            PostQueries posts,
            CommentQueries comments,
            Permalinks permalinks,
            SettingService settings,
            ReadTags reads) {
        this.posts = posts;
        this.comments = comments;
        this.permalinks = permalinks;
        this.settings = settings;
        this.reads = reads;
    }

    /** Empty where the page lies beyond the end. */
    Optional<Feed> read(FeedRequest request) {
        reads.add(Tags.FEED);
        var feed = request.isOfComments() ? ofComments(request) : ofPosts(request);
        return Optional.of(feed).filter(found -> request.page() == 1 || !found.isEmpty());
    }

    private Feed ofPosts(FeedRequest request) {
        var site = settings.get();
        var query = new PostQuery(FeedSubjects.filter(request), PostSort.PUBLISHED, true, page(request), true);
        var found = posts.search(query, Actor.ANONYMOUS);
        var addresses =
                permalinks.ofPosts(found.items().stream().map(PostView::post).toList());
        return feed(
                request,
                site,
                site.url(),
                found.map(view ->
                        new Entry(view.post().updatedAt(), version(view), () -> FeedItems.of(view, addresses, site))));
    }

    private static String version(PostView view) {
        // What the blocks show changes without the post.
        return view.isDynamic() && view.readable()
                ? version(view.post()) + EntityTags.of(null, view.firstPage().getBytes(StandardCharsets.UTF_8))
                : version(view.post());
    }

    /** Changes with all that a feed shows of a post. */
    private static String version(Post post) {
        var version = new StringBuilder()
                .append(post.id())
                .append('.')
                .append(post.version())
                .append('.')
                .append(post.author().version())
                .append('.')
                .append(post.commentCount() + post.pingCount());
        Stream.concat(post.categories().stream(), post.tags().stream())
                .forEach(term ->
                        version.append(',').append(term.id()).append('.').append(term.version()));
        return version.toString();
    }

    private Feed ofComments(FeedRequest request) {
        var site = settings.get();
        var post = request.subject() instanceof ResolvedPermalink.OfPost onPost ? onPost : null;
        var found = comments(request, post);
        var addresses =
                permalinks.ofPosts(found.items().stream().map(Said::post).toList());
        var parents = parents(found.items());
        return feed(request, site, post == null ? site.url() : post.address(), found.map(row -> {
            var comment = row.comment();
            var parent = parents.get(comment.parentId());
            return new Entry(
                    comment.updatedAt(),
                    "%d.%d.%d.%d"
                            .formatted(
                                    comment.id(),
                                    comment.version(),
                                    row.post().version(),
                                    parent == null ? -1 : parent.version()),
                    () -> FeedItems.of(comment, parent, row.post(), post != null, addresses));
        }));
    }

    /** What these comments answer, by id, as far as everybody may read it. */
    private Map<Long, Comment> parents(List<Said> found) {
        var ids = found.stream()
                .map(row -> row.comment().parentId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return comments.find(ids, Actor.ANONYMOUS).values().stream()
                .filter(PostedComment::readable)
                .map(PostedComment::comment)
                .collect(Collectors.toMap(Comment::id, Function.identity()));
    }

    /** What was said to a protected post is as protected as the post. */
    private Page<Said> comments(FeedRequest request, ResolvedPermalink.OfPost on) {
        if (on == null) {
            var everywhere = CommentFilter.everywhere();
            return comments.search(query(everywhere, request), Actor.ANONYMOUS)
                    .map(posted -> new Said(posted.comment(), posted.post()));
        }
        if (!on.view().readable()) {
            return Page.of(List.of(), ITEMS, null);
        }
        var post = on.view().post();
        var filter = CommentFilter.onPost(post.id(), null, false);
        return comments.ofPost(post.type(), query(filter, request), Actor.ANONYMOUS, null)
                .comments()
                .map(view -> new Said(view.comment(), post));
    }

    private static CommentQuery query(CommentFilter filter, FeedRequest request) {
        return new CommentQuery(filter, CommentSort.CREATED, true, page(request));
    }

    private static PageRequest page(FeedRequest request) {
        return new Offset((request.page() - 1L) * ITEMS, ITEMS, false);
    }

    private static Feed feed(FeedRequest request, SiteSettings site, String page, Page<Entry> found) {
        var versions = found.items().stream()
                .map(Entry::version)
                .collect(Collectors.joining(" ", request.self() + " ", " " + site.version()));
        return new Feed(
                FeedSubjects.title(request, site),
                site.description(),
                site.language(),
                site.url(),
                request.self(),
                found.next() == null ? null : request.nextPage(),
                page,
                found.items().stream()
                        .map(Entry::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(site.updatedAt()),
                "W/" + EntityTags.of(null, versions.getBytes(StandardCharsets.UTF_8)),
                found.items().isEmpty(),
                () -> found.items().stream().map(entry -> entry.item().get()));
    }
}
