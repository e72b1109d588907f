package io.masthead.post.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The categories of a filter, each with its descendants.
 *
 * @param byId ids by the id of the ancestor; unknown ones are absent
 * @param bySlug ids by the slug of the ancestor; unknown ones are absent
 */
public record CategoryDescendants(Map<Long, List<Long>> byId, Map<String, List<Long>> bySlug) {

    /** For each term of the filter its id and those of its descendants. */
    List<List<Long>> each(TermFilter filter) {
        var each = new ArrayList<List<Long>>();
        filter.ids().stream().distinct().forEach(id -> each.add(byId.getOrDefault(id, List.of(id))));
        filter.slugs().stream().distinct().forEach(slug -> each.add(bySlug.getOrDefault(slug, List.of())));
        return each;
    }

    /** The ids of all terms of the filter and their descendants. */
    List<Long> all(TermFilter filter) {
        return each(filter).stream().flatMap(List::stream).distinct().toList();
    }
}
