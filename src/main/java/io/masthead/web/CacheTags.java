package io.masthead.web;

import io.masthead.platform.event.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cache tags in the headers of a response, by which it can be purged from a CDN; see {@link
 * io.masthead.platform.event.Tags}.
 */
final class CacheTags {

    /** There are two such headers; they must not outweigh a compressed list. */
    private static final int MAX_LENGTH = 500;

    /**
     * The collections that stand for single things if there are too many, by the beginning of their tags; those of
     * which there are most first.
     */
    private static final Map<String, List<String>> COLLECTIONS = collections();

    private CacheTags() {}

    /** Each once, collections first. If there are too many, single things are replaced by their collections. */
    static List<String> bounded(Collection<String> tags) {
        var bounded = new LinkedHashSet<String>();
        var single = new ArrayList<String>();
        for (var tag : tags) {
            (tag.indexOf('-') < 0 ? bounded : single).add(tag);
        }
        bounded.addAll(single);
        int length = bounded.stream().mapToInt(CacheTags::length).sum();
        for (var entry : COLLECTIONS.entrySet()) {
            if (length <= MAX_LENGTH) {
                break;
            }
            int before = bounded.size();
            length -= remove(bounded, entry.getKey());
            if (bounded.size() < before) {
                for (var collection : entry.getValue()) {
                    length += bounded.add(collection) ? length(collection) : 0;
                }
            }
        }
        return List.copyOf(bounded);
    }

    /** Returns the length of what it has removed. */
    private static int remove(Set<String> tags, String beginning) {
        int removed = 0;
        for (var each = tags.iterator(); each.hasNext(); ) {
            var tag = each.next();
            if (tag.startsWith(beginning)) {
                removed += length(tag);
                each.remove();
            }
        }
        return removed;
    }

    /** With what separates it from the next. */
    private static int length(String tag) {
        return tag.length() + 1;
    }

    private static Map<String, List<String>> collections() {
        var collections = new LinkedHashMap<String, List<String>>();
        collections.put("comment-", List.of(Tags.COMMENTS));
        collections.put("comments-", List.of(Tags.COMMENTS));
        collections.put("media-", List.of(Tags.MEDIA));
        // Posts are shown with the number of their comments, which changes without them.
        collections.put("post-", List.of(Tags.POSTS, Tags.COMMENTS));
        collections.put("page-", List.of(Tags.PAGES, Tags.COMMENTS));
        collections.put("menu-", List.of(Tags.MENUS));
        collections.put("pattern-", List.of(Tags.PATTERNS));
        collections.put("term-", List.of(Tags.TERMS));
        collections.put("user-", List.of(Tags.USERS));
        collections.put("category-", List.of(Tags.POSTS));
        collections.put("tag-", List.of(Tags.POSTS));
        collections.put("author-", List.of(Tags.POSTS, Tags.PAGES));
        return collections;
    }
}
