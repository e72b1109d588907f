package io.masthead.post.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The categories that a filter names, each with all that are below it.
 *
 * @param byId the ids by the id of the upper one; without what does not exist
 * @param bySlug the ids by the slug of the upper one; without what does not exist
 */
public record CategoryDescendants(Map<Long, List<Long>> byId, Map<String, List<Long>> bySlug) {

    /** For each term of the filter its id and those below it. */
    List<List<Long>> each(TermFilter filter) {
        var each = new ArrayList<List<Long>>();
        filter.ids().stream().distinct().forEach(id -> each.add(byId.getOrDefault(id, List.of(id))));
        filter.slugs().stream().distinct().forEach(slug -> each.add(bySlug.getOrDefault(slug, List.of())));
        return each;
    }

    /** The ids of all terms of the filter and of those below them. */
    List<Long> all(TermFilter filter) {
        return each(filter).stream().flatMap(List::stream).distinct().toList();
    }
}
