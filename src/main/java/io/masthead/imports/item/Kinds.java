package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;

/** The kinds by which records are counted. */
public final class Kinds {

    public static final String USERS = "users";
    static final String CATEGORIES = "categories";
    static final String TAGS = "tags";
    public static final String POSTS = "posts";
    public static final String PAGES = "pages";
    public static final String MEDIA = "media";
    public static final String COMMENTS = "comments";
    public static final String PATTERNS = "patterns";
    public static final String MENUS = "menus";
    public static final String MENU_ITEMS = "menuItems";

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
            case "nav_menu_item" -> MENU_ITEMS;
            case "wp_block" -> PATTERNS;
            case "wp_navigation" -> MENUS;
            default -> foreign(item.type());
        };
    }

    public static boolean isCarried(WxrItem item) {
        return switch (item.type()) {
            case "post", "page", "attachment", "nav_menu_item", "wp_block", "wp_navigation" -> true;
            default -> false;
        };
    }

    /** Whether it becomes a post or page: WordPress stores much else as posts, and drafts that nobody saved. */
    static boolean isPost(WxrItem item) {
        return (item.type().equals("post") || item.type().equals("page"))
                && !item.status().equals("auto-draft");
    }

    /** WordPress stores items of menus as posts. */
    public static boolean isMenuItem(WxrItem item) {
        return item.type().equals("nav_menu_item");
    }

    /** Our name, or WordPress' name of an unsupported taxonomy. */
    public static String ofTaxonomy(String taxonomy) {
        return switch (taxonomy) {
            case "category" -> CATEGORIES;
            case "post_tag" -> TAGS;
            case "nav_menu" -> MENUS;
            default -> foreign(taxonomy);
        };
    }

    public static boolean isCarried(String taxonomy) {
        return isTerm(taxonomy) || isMenu(taxonomy);
    }

    /** Whether it holds categories or tags. */
    public static boolean isTerm(String taxonomy) {
        return taxonomy.equals("category") || taxonomy.equals("post_tag");
    }

    /** WordPress stores menus as terms. */
    public static boolean isMenu(String taxonomy) {
        return taxonomy.equals("nav_menu");
    }

    private static String foreign(String name) {
        var shown = SourceText.of(name, MAX_NAME);
        return shown.isBlank() ? "unknown" : shown;
    }
}
