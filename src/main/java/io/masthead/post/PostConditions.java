package io.masthead.post;

import io.masthead.kernel.Filter;
import io.masthead.taxonomy.TermKind;
import java.util.List;
import java.util.Map;

/** The where clause of a list of posts: what the caller may see, and what was asked for. */
final class PostConditions {

    private final PostFilter wanted;
    private final PostVisibility visibility;
    private final PostSource source;
    private final Map<String, List<Long>> categoryIds;

    /**
     * @param categoryIds for each wanted category its id and those of its descendants; empty where
     *     descendants are not wanted
     */
    PostConditions(
            PostFilter wanted, PostVisibility visibility, PostSource source, Map<String, List<Long>> categoryIds) {
        this.wanted = wanted;
        this.visibility = visibility;
        this.source = source;
        this.categoryIds = categoryIds;
    }

    void addTo(Filter filter) {
        visibility.restrict(filter, wanted.statuses(), source.statusPath(), "p");
        filter.and("p.type = :type", "type", wanted.type());
        if (source.isFields()) {
            filter.and("s.type = :type");
        }
        addTerms(filter, TermKind.CATEGORY, wanted.categories(), "category");
        addTerms(filter, TermKind.TAG, wanted.tags(), "tag");
        addAuthors(filter, wanted.authors(), "=", "in", "authors");
        addAuthors(filter, wanted.excludedAuthors(), "not in", "not in", "excludedAuthors");
        filter.and("p.slug in :slugs", "slugs", wanted.slugs());
        addRange(filter, wanted.published(), "p.sortAt", "published");
        addRange(filter, wanted.updated(), "p.updatedAt", "updated");
        filter.and("p.sticky = :sticky", "sticky", wanted.sticky());
        filter.and("p.parentId = :parent", "parent", wanted.parentId());
        if (wanted.topLevel()) {
            filter.and("p.parentId is null");
        }
        addFields(filter);
        addSearch(filter);
    }

    private void addTerms(Filter filter, TermKind kind, List<TermFilter> terms, String prefix) {
        int number = 0;
        for (var term : source.remaining(kind, terms)) {
            var name = prefix + number;
            // Excluded ones are counted, so that no planner reads all that carry the term first.
            var exists = term.excluded()
                    ? "(select count(*) from PostTerm x" + " where x.post = p and fk(x.term) in (%s)) = 0"
                    : "exists (select 1 from PostTerm x" + " where x.post = p and fk(x.term) in (%s))";
            if (kind == TermKind.CATEGORY && wanted.descendants()) {
                var ids = term.slugs().stream()
                        .flatMap(slug -> categoryIds.getOrDefault(slug, List.of()).stream())
                        .toList();
                // An empty list is no SQL, and no term has this id.
                filter.and(exists.formatted(":" + name), name, ids.isEmpty() ? List.of(-1L) : ids);
            } else {
                var ids = "select e.ownerId from SlugEntry e where e.scope = :%sScope and e.slug in :%s"
                        .formatted(name, name);
                filter.and(exists.formatted(ids), name, term.slugs()).bind(name + "Scope", kind.slugScope());
            }
            number++;
        }
    }

    private void addAuthors(Filter filter, List<String> slugs, String one, String many, String name) {
        var ids = "(select e.ownerId from SlugEntry e where e.scope = 'user' and e.slug ";
        if (slugs.size() == 1) {
            filter.and("p.author.id " + one + " " + ids + "= :" + name + ")", name, slugs.get(0));
        } else {
            filter.and("p.author.id " + many + " " + ids + "in :" + name + ")", name, slugs);
        }
    }

    private static void addRange(Filter filter, TimeRange range, String path, String name) {
        filter.and(path + " >= :" + name + "From", name + "From", range.from());
        filter.and(path + " < :" + name + "Until", name + "Until", range.until());
    }

    private void addFields(Filter filter) {
        int number = 0;
        for (var field : wanted.fields().entrySet()) {
            if (!source.serves(field.getKey())) {
                var name = "fieldName" + number;
                var content = "fieldContent" + number;
                filter.and(
                                "exists (select 1 from PostField f where f.post = p"
                                        + " and f.name = :%s and f.content = :%s)".formatted(name, content),
                                name,
                                field.getKey())
                        .bind(content, field.getValue());
                number++;
            }
        }
        if (!wanted.fields().isEmpty()) {
            addOpenText(filter);
        }
        if (wanted.fields().keySet().stream().anyMatch(CustomFields::isProtected)) {
            filter.and(EditablePosts.condition(filter, "p", visibility.actor()).orElse("1 = 0"));
        }
    }

    private void addSearch(Filter filter) {
        if (wanted.search() == null) {
            return;
        }
        new SearchCondition(wanted.search(), openText(filter)).addTo(filter);
    }

    private void addOpenText(Filter filter) {
        filter.and(openText(filter));
    }

    /** What a password protects must not be found out by searching for it either. */
    private String openText(Filter filter) {
        if (visibility.seesEverything()) {
            return "1 = 1";
        }
        if (visibility.actor().isAnonymous()) {
            return "p.password is null";
        }
        filter.bind("reader", visibility.actor().userId());
        return "(p.password is null or p.author.id = :reader)";
    }
}
