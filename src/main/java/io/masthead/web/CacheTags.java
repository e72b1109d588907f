package io.masthead.web;

import io.masthead.platform.event.Tags;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cache tags, by which responses can be purged from a CDN: of single things ({@code post-12}) and of
 * collections ({@code posts}), which cover the lists that a new item enters.
 */
public final class CacheTags {

    public static final String POSTS = Tags.POSTS;
    public static final String PAGES = Tags.PAGES;
    public static final String MEDIA = Tags.MEDIA;
    public static final String TERMS = Tags.TERMS;
    public static final String USERS = Tags.USERS;
    public static final String COMMENTS = Tags.COMMENTS;
    public static final String FEED = Tags.FEED;
    public static final String SETTINGS = Tags.SETTINGS;
    public static final String ARCHIVES = Tags.ARCHIVES;

    private static final String TERM = "term-";
    private static final String USER = "user-";

    /** There are two such headers; they must not outweigh a compressed list. */
    private static final int MAX_LENGTH = 500;

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private CacheTags() {}

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
        return TERM + id;
    }

    public static String user(long id) {
        return USER + id;
    }

    public static String comment(long id) {
        return "comment-" + id;
    }

    /** The comments on one post or page. */
    public static String commentsOn(String postId) {
        return "comments-" + postId;
    }

    /**
     * The collections listed at a path below the root of a surface, such as {@code posts/12/comments}; empty if
     * unknown.
     */
    public static List<String> ofList(String path) {
        var parts = path.split("/", -1);
        if (parts.length > 2 && parts[2].equals("comments")) {
            return List.of(commentsOn(parts[1]));
        }
        return switch (parts[0]) {
            case "posts" -> List.of(POSTS);
            case "pages" -> List.of(PAGES);
            case "media" -> List.of(MEDIA);
            case "categories", "tags" -> List.of(TERMS);
            case "users" -> List.of(USERS);
            case "comments" -> List.of(COMMENTS);
            case "archives" -> List.of(ARCHIVES, POSTS);
            case "search" -> List.of(POSTS, PAGES, TERMS);
            case "", "types", "statuses", "taxonomies", "settings" -> List.of(SETTINGS);
            default -> List.of();
        };
    }

    /**
     * The tag of an item of a collection, from its path; null if it has none.
     *
     * @param collection the last part of the path of its list
     */
    public static String ofThing(String collection, String id) {
        var name = switch (collection) {
            case "posts" -> "post-";
            case "pages" -> "page-";
            case "media" -> "media-";
            case "categories", "tags" -> TERM;
            case "users" -> USER;
            case "comments" -> "comment-";
            default -> null;
        };
        return name == null || !ID.matcher(id).matches() ? null : name + id;
    }

    /**
     * Each once. If there are too many, their collections: first of all but terms and users, of which there are
     * fewer and by which lists can be filtered, then of terms, then of users.
     */
    static List<String> bounded(Collection<String> tags) {
        Set<String> bounded = new LinkedHashSet<>(tags);
        for (var kept : List.of(List.of(TERM, USER), List.of(USER), List.<String>of())) {
            if (length(bounded) <= MAX_LENGTH) {
                break;
            }
            bounded = collections(bounded, tag -> kept.stream().noneMatch(tag::startsWith));
        }
        return List.copyOf(bounded);
    }

    private static Set<String> collections(Collection<String> tags, Predicate<String> replaced) {
        return tags.stream()
                .map(tag -> replaced.test(tag) ? collection(tag) : tag)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int length(Collection<String> tags) {
        return tags.stream().mapToInt(tag -> tag.length() + 1).sum();
    }

    private static String collection(String tag) {
        int end = tag.indexOf('-');
        if (end < 0) {
            return tag;
        }
        var noun = tag.substring(0, end);
        return noun.equals(MEDIA) || noun.equals(COMMENTS) ? noun : noun + "s";
    }
}
