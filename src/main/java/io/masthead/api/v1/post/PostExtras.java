package io.masthead.api.v1.post;

import io.masthead.api.v1.comment.CommentJson;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.user.AuthorJson;
import io.masthead.comment.query.CommentedPost;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.post.PostDetails;
import io.masthead.post.PostNeighbours;
import io.masthead.post.related.RelatedPost;
import java.util.List;

/**
 * What an answer shows beside the posts themselves, as far as it was asked for.
 *
 * @param detailedAuthor whether to show what the author says of themselves
 * @param formerSlugs null in lists that do not include them
 * @param related null unless requested
 * @param comments null unless requested
 * @param urls of the posts and of what they refer to
 */
record PostExtras(
        boolean detailedAuthor,
        List<String> formerSlugs,
        PostNeighbours neighbours,
        List<RelatedPostJson> related,
        ListJson<CommentJson> comments,
        PermalinkBuilder urls) {

    /** For posts in lists. */
    static PostExtras none(PermalinkBuilder urls) {
        return new PostExtras(false, null, PostNeighbours.NONE, null, null, urls);
    }

    PostExtras withFormerSlugs(List<String> slugs) {
        return new PostExtras(detailedAuthor, slugs, neighbours, related, comments, urls);
    }

    static PostExtras of(PostDetails details, Permalinks permalinks) {
        return of(new CommentedPost(details, null), false, permalinks);
    }

    static PostExtras of(CommentedPost commented, boolean detailedAuthor, Permalinks permalinks) {
        var details = commented.details();
        var related = details.related();
        var comments = commented.comments();
        var urls = permalinks.ofPostPage(
                details.view(),
                details.neighbours(),
                related == null
                        ? List.of()
                        : related.stream().map(RelatedPost::post).toList(),
                comments != null);
        return new PostExtras(
                detailedAuthor,
                details.formerSlugs(),
                details.neighbours(),
                related == null
                        ? null
                        : related.stream()
                                .map(one -> RelatedPostJson.of(one, urls))
                                .toList(),
                comments == null ? null : CommentJson.threads(comments, urls),
                urls);
    }

    AuthorJson author(Post post) {
        return detailedAuthor ? AuthorJson.detailed(post.author(), urls) : AuthorJson.of(post.author(), urls);
    }
}
