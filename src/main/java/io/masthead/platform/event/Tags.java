package io.masthead.platform.event;

/**
 * Cache tags of responses: of single things ({@code post-12}), and of collections ({@code posts}, {@code
 * category-3}), which also cover an empty list and a list that a new item enters.
 */
public final class Tags {

    public static final String POSTS = "posts";
    public static final String PAGES = "pages";
    public static final String MEDIA = "media";
    public static final String TERMS = "terms";
    public static final String USERS = "users";
    public static final String COMMENTS = "comments";
    public static final String FEED = "feed";
    public static final String SETTINGS = "settings";
    public static final String ARCHIVES = "archives";
    public static final String REDIRECTS = "redirects";
    public static final String MENUS = "menus";
    public static final String PATTERNS = "patterns";

    private Tags() {}

    public static String post(long id) {
        return "post-" + id;
    }

    public static String page(long id) {
        return "page-" + id;
    }

    public static String media(long id) {
        return "media-" + id;
    }

    public static String term(long id) {
        return "term-" + id;
    }

    public static String menu(long id) {
        return "menu-" + id;
    }

    public static String pattern(long id) {
        return "pattern-" + id;
    }

    public static String user(long id) {
        return "user-" + id;
    }

    public static String comment(long id) {
        return "comment-" + id;
    }

    /** The posts of a category. */
    public static String category(long id) {
        return "category-" + id;
    }

    /** The posts of a tag. */
    public static String tag(long id) {
        return "tag-" + id;
    }

    /** The posts of a user. */
    public static String author(long id) {
        return "author-" + id;
    }

    /** The comments on one post or page. */
    public static String commentsOn(long postId) {
        return "comments-" + postId;
    }
}
