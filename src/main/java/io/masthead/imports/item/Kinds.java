package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;

/** The kinds by which records are counted. */
public final class Kinds {

    public static final String USERS = "users";
    static final String CATEGORIES = "categories";
    static final String TAGS = "tags";
    static final String POSTS = "posts";
    public static final String PAGES = "pages";
    public static final String MEDIA = "media";
    public static final String COMMENTS = "comments";

    /** Files of media, if the import takes them along. */
    public static final String FILES = "files";

    /** Addresses of uploads inside contents, if the import changes them. */
    public static final String ADDRESSES = "addresses";

    private static final int MAX_NAME = 100;

    private Kinds() {}

    /** Our name, or WordPress' name of an unsupported type. */
    public static String ofItem(WxrItem item) {
        return switch (item.type()) {
            case "post" -> POSTS;
            case "page" -> PAGES;
            case "attachment" -> MEDIA;
            default -> foreign(item.type());
        };
    }

    public static boolean isCarried(WxrItem item) {
        return switch (item.type()) {
            case "post", "page", "attachment" -> true;
            default -> false;
        };
    }

    /** Our name, or WordPress' name of an unsupported taxonomy. */
    public static String ofTaxonomy(String taxonomy) {
        return switch (taxonomy) {
            case "category" -> CATEGORIES;
            case "post_tag" -> TAGS;
            default -> foreign(taxonomy);
        };
    }

    public static boolean isCarried(String taxonomy) {
        return taxonomy.equals("category") || taxonomy.equals("post_tag");
    }

    private static String foreign(String name) {
        var shown = SourceText.of(name, MAX_NAME);
        return shown.isBlank() ? "unknown" : shown;
    }
}
