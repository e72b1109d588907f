package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.text.Folding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The where clause of a selection of posts: what the caller may see, and what was asked for. */
final class ChoiceConditions {

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
        var trashed =
                wanted.slugs().stream()
                        .flatMap(slug -> TrashedSlug.unmarked(slug).stream())
                        .toList();
        var others = "p.status <> :trashed and p.slug in :slugs";
        filter.bind("slugs", wanted.slugs()).bind("trashed", PostStatus.TRASHED);
        if (trashed.isEmpty()) {
            filter.and(others);
            return;
        }
        filter.and(
                "(%s or p.status = :trashed and p.slug in :trashedSlugs)".formatted(others),
                "trashedSlugs",
                trashed);
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
            return "(%s) = :%sCount"
                    .formatted(carried("count(distinct fk(x.term))", filter, choice, name), name);
        }
        var each = new ArrayList<String>();
        for (var id : QueryShapes.few(ids)) {
            var one = new TermChoice(choice.kind(), List.of(id), true, TermChoice.Match.ANY);
            each.add("exists (" + carried("1", filter, one, name + "x" + each.size()) + ")");
        }
        return "(" + String.join(" and ", each) + ")";
    }

    private String carried(String what, Filter filter, TermChoice choice, String name) {
        var ids =
                choice.descendants()
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
        int number = 0;
        for (var word : wanted.search().words()) {
            filter.and(found(filter, word, "word" + number++));
        }
        for (var word : wanted.search().excluded()) {
            filter.and("not " + found(filter, word, "word" + number++));
        }
    }

    private String found(Filter filter, String word, String name) {
        var places = new ArrayList<String>();
        for (var field : wanted.search().fields()) {
            places.add(
                    switch (field) {
                        case TITLE -> inTitle(filter, word, name);
                        case EXCERPT ->
                                readable(filter, "coalesce(p.excerptSource, '')" + like(name));
                        case TEXT ->
                                readable(
                                        filter,
                                        "exists (select 1 from PostBody w where w.postId = p.id and w.plain"
                                                + like(name)
                                                + ")");
                    });
        }
        filter.bind(name, pattern(word));
        return "(" + String.join(" or ", places) + ")";
    }

    private String inTitle(Filter filter, String word, String name) {
        var key = Folding.key(word);
        if (key.isEmpty()) {
            return "p.title" + like(name);
        }
        filter.bind(name + "Key", pattern(key));
        return "p.title%s or p.titleKey like :%sKey escape '\\'".formatted(like(name), name);
    }

    private String pattern(String word) {
        return wanted.search().whole() ? literal(word) : "%" + literal(word) + "%";
    }

    private static String like(String name) {
        return " ilike :" + name + " escape '\\'";
    }

    static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** What a password protects must not be found out by searching for it either. */
    private String readable(Filter filter, String condition) {
        if (visibility.seesEverything()) {
            return condition;
        }
        if (actor.isAnonymous()) {
            return "(p.password is null and " + condition + ")";
        }
        filter.bind("reader", actor.userId());
        return "((p.password is null or p.author.id = :reader) and " + condition + ")";
    }
}
