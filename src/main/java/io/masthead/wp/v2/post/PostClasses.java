package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostFormat;
import io.masthead.taxonomy.TermSummary;
import io.masthead.text.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names by which style sheets of WordPress' themes know what a post is and lies in. */
final class PostClasses {

    private static final Pattern NO_CLASS_NAME = Pattern.compile("%[a-fA-F0-9][a-fA-F0-9]|[^A-Za-z0-9_-]");
    private static final Pattern NO_NAME_ALONE = Pattern.compile("[0-9]*|-+");

    private PostClasses() {}

    /** A password is asked for, to themes, even where this request has sent it. */
    static List<String> of(PostKind kind, Post post) {
        var classes = new ArrayList<String>();
        classes.add("post-" + post.id());
        classes.add(kind.word());
        classes.add("type-" + kind.word());
        classes.add("status-" + PostWords.of(post.status()));
        if (kind.isPosts()) {
            classes.add("format-" + PostWords.of(post.format()));
        }
        if (post.isProtected()) {
            classes.add("post-password-required");
        } else if (post.featuredMediaId() != null) {
            classes.add("has-post-thumbnail");
        }
        classes.add("hentry");
        if (kind.isPosts()) {
            post.categories().forEach(term -> classes.add("category-" + name(term)));
            post.tags().forEach(term -> classes.add("tag-" + name(term)));
            if (post.format() != PostFormat.STANDARD) {
                classes.add("post_format-post-format-" + PostWords.of(post.format()));
            }
        }
        return classes;
    }

    /** What of a slug a class may hold; the id where that is nothing, or could be one. */
    private static String name(TermSummary term) {
        var kept = NO_CLASS_NAME.matcher(Slugs.encoded(term.slug())).replaceAll("");
        return NO_NAME_ALONE.matcher(kept).matches() ? Long.toString(term.id()) : kept;
    }
}
