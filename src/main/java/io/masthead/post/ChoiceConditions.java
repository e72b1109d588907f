package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The where clause of a selection of posts: what the caller may see, and what was asked for. */
final class ChoiceConditions {

    private static final Set<TextSearch.Field> TITLE_ALONE = Set.of(TextSearch.Field.TITLE);

    private final PostChoice wanted;
    private final Actor actor;
    private final PostVisibility visibility;
    private final Map<Long, List<Long>> categoryIds;

    /**
     * @param categoryIds for each category that stands for those below it, its id and theirs
     */
    ChoiceConditions(PostChoice wanted, Actor actor, Map<Long, List<Long>> categoryIds) {
        this.wanted = wanted;
        this.actor = actor;
        this.visibility = PostVisibility.of(wanted.type(), actor);
        this.categoryIds = categoryIds;
    }

    void addTo(Filter filter) {
        visibility.restrict(filter, wanted.statuses(), "p.status", "p");
        if (wanted.editable()) {
            PostRights.restrictToEditable(filter, wanted.type(), actor);
        }
        filter.and("p.type = :type", "type", wanted.type());
        add(filter, wanted.ids(), "p.id", "ids");
        add(filter, wanted.authors(), "p.author.id", "authors");
        add(filter, wanted.parents(), "coalesce(p.parentId, 0)", "parents");
        addSlugs(filter);
        add(filter, wanted.published(), "p.sortAt", "published");
        add(filter, wanted.updated(), "p.updatedAt", "updated");
        filter.and("p.sticky = :sticky", "sticky", wanted.sticky());
        filter.and("p.format in :formats", "formats", wanted.formats());
        filter.and("p.menuOrder = :menuOrder", "menuOrder", wanted.menuOrder());
        addTerms(filter);
        addSearch(filter);
    }

    /** What lies in the trash is found by its marked slug alone. */
    private void addSlugs(Filter filter) {
        if (wanted.slugs().isEmpty() || !wanted.statuses().contains(PostStatus.TRASHED)) {
            filter.and("p.slug in :slugs", "slugs", wanted.slugs());
            return;
        }
        var trashed = wanted.slugs().stream()
                .flatMap(slug -> TrashedSlug.unmarked(slug).stream())
                .toList();
        var others = "p.status <> :trashed and p.slug in :slugs";
        filter.bind("slugs", wanted.slugs()).bind("trashed", PostStatus.TRASHED);
        if (trashed.isEmpty()) {
            filter.and(others);
            return;
        }
        filter.and(
                "(%s or p.status = :trashed and p.slug in :trashedSlugs)".formatted(others), "trashedSlugs", trashed);
    }

    private static void add(Filter filter, IdChoice choice, String path, String name) {
        filter.and(path + " in :" + name, name, choice.any());
        filter.and(path + " not in :no" + name, "no" + name, choice.none());
    }

    private static void add(Filter filter, TimeRange range, String path, String name) {
        filter.and(path + " >= :" + name + "From", name + "From", range.from());
        filter.and(path + " < :" + name + "Until", name + "Until", range.until());
    }

    private void addTerms(Filter filter) {
        var conditions = new ArrayList<String>();
        for (var choice : wanted.terms()) {
            var name = "terms" + conditions.size();
            conditions.add(
                    switch (choice.match()) {
                        case ANY -> "exists (" + carried("1", filter, choice, name) + ")";
                        case ALL -> all(filter, choice, name);
                        // Counted, so that no planner reads all that carry the term first.
                        case NONE -> "(" + carried("count(*)", filter, choice, name) + ") = 0";
                    });
        }
        if (!conditions.isEmpty()) {
            filter.and("(" + String.join(wanted.anyTerm() ? " or " : " and ", conditions) + ")");
        }
    }

    private String all(Filter filter, TermChoice choice, String name) {
        var ids = choice.ids().stream().distinct().toList();
        if (!choice.descendants()) {
            filter.bind(name + "Count", (long) ids.size());
            return "(%s) = :%sCount".formatted(carried("count(distinct fk(x.term))", filter, choice, name), name);
        }
        var each = new ArrayList<String>();
        for (var id : QueryShapes.few(ids)) {
            var one = new TermChoice(choice.kind(), List.of(id), true, TermChoice.Match.ANY);
            each.add("exists (" + carried("1", filter, one, name + "x" + each.size()) + ")");
        }
        return "(" + String.join(" and ", each) + ")";
    }

    private String carried(String what, Filter filter, TermChoice choice, String name) {
        var ids = choice.descendants()
                ? choice.ids().stream()
                        .flatMap(id -> categoryIds.getOrDefault(id, List.of(id)).stream())
                        .distinct()
                        .toList()
                : choice.ids();
        filter.bind(name, ids).bind(name + "Kind", choice.kind());
        return "select %s from PostTerm x where x.post = p and fk(x.term) in :%s and x.term.kind = :%sKind"
                .formatted(what, name, name);
    }

    private void addSearch(Filter filter) {
        if (wanted.search() == null) {
            return;
        }
        if (actor.isAnonymous()) {
            filter.and("p.password is null");
        }
        // Titles are nobody's secret, and a parameter that is bound must be used.
        var open = wanted.search().fields().equals(TITLE_ALONE) ? "1 = 1" : openText(filter);
        new SearchCondition(wanted.search(), open).addTo(filter);
    }

    private String openText(Filter filter) {
        if (visibility.seesEverything()) {
            return "1 = 1";
        }
        if (actor.isAnonymous()) {
            return "p.password is null";
        }
        filter.bind("reader", actor.userId());
        return "(p.password is null or p.author.id = :reader)";
    }
}
