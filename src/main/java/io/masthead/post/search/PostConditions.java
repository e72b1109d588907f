package io.masthead.post.search;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Filter;
import io.masthead.kernel.IdFilter;
import io.masthead.post.PostStatus;
import io.masthead.post.access.EditablePosts;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.PostVisibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The where clause of a list of posts: the caller's visibility and the requested filter. */
public final class PostConditions {

    private static final Set<TextSearch.Field> TITLE_ALONE = Set.of(TextSearch.Field.TITLE);

    /** An empty list is invalid SQL; no row has this id. */
    private static final List<Long> NOTHING = List.of(-1L);

    private final PostFilter wanted;
    private final Actor actor;
    private final PostVisibility visibility;
    private final PostListPlan source;
    private final CategoryDescendants descendants;
    private final Filter filter = new Filter();

    private PostConditions(PostFilter wanted, Actor actor, PostListPlan source, CategoryDescendants descendants) {
        this.wanted = wanted;
        this.actor = actor;
        this.visibility = PostVisibility.of(wanted.type(), actor);
        this.source = source;
        this.descendants = descendants;
    }

    /** @param descendants of the categories that include them */
    public static Filter of(PostFilter wanted, Actor actor, PostListPlan source, CategoryDescendants descendants) {
        var conditions = new PostConditions(wanted, actor, source, descendants);
        conditions.add();
        return conditions.filter;
    }

    private void add() {
        source.restrict(filter);
        visibility.restrict(filter, wanted.statuses(), source.statusPath(), "p");
        if (wanted.editable()) {
            PostRights.restrictToEditable(filter, wanted.type(), actor);
        }
        filter.and("p.type = :type", "type", wanted.type());
        if (source.isFields()) {
            filter.and("s.type = :type");
        }
        filter.and("p.id in :ids", "ids", wanted.ids().any())
                .and("p.id not in :noIds", "noIds", wanted.ids().none());
        addTerms();
        addAuthors();
        addParents();
        addSlugs();
        addRange(wanted.published(), source.keyPath(PostSort.PUBLISHED), "published");
        addRange(wanted.updated(), "p.updatedAt", "updated");
        filter.and("p.sticky = :sticky", "sticky", wanted.sticky())
                .and("p.format in :formats", "formats", wanted.formats())
                .and("p.menuOrder = :menuOrder", "menuOrder", wanted.menuOrder());
        addProtection();
        addFields();
        addSearch();
    }

    private void addTerms() {
        var conditions = new ArrayList<String>();
        for (var term : source.remaining(wanted.terms())) {
            var name = "terms" + conditions.size();
            conditions.add(
                    switch (term.match()) {
                        case ANY -> "exists (" + carried("1", term, name) + ")";
                        case ALL -> all(term, name);
                        // Counted, so that no query plan reads all posts of the term first.
                        case NONE -> "(" + carried("count(*)", term, name) + ") = 0";
                    });
        }
        if (!conditions.isEmpty()) {
            filter.and("(" + String.join(wanted.anyTerm() ? " or " : " and ", conditions) + ")");
        }
    }

    private String all(TermFilter term, String name) {
        var ids = term.ids().stream().distinct().toList();
        if (!term.includesDescendants() && term.slugs().isEmpty()) {
            filter.bind(name + "Count", (long) ids.size());
            return "(%s) = :%sCount".formatted(carried("count(distinct fk(x.term))", term, name), name);
        }
        var each = new ArrayList<String>();
        for (var below : Filter.padded(descendants.each(term))) {
            var one = TermFilter.ofIds(term.kind(), below, false, TermFilter.Match.ANY);
            each.add("exists (" + carried("1", one, name + "x" + each.size()) + ")");
        }
        return "(" + String.join(" and ", each) + ")";
    }

    private String carried(String what, TermFilter term, String name) {
        return "select " + what + " from PostTerm x where x.post = p and fk(x.term) in " + terms(term, name);
    }

    /** The ids of the terms of a filter; terms given by id must have its kind. */
    private String terms(TermFilter term, String name) {
        if (!term.slugs().isEmpty() && !term.includesDescendants()) {
            filter.bind(name, term.slugs()).bind(name + "Scope", term.kind().slugScope());
            return "(select e.ownerId from SlugEntry e where e.scope = :%1$sScope and e.slug in :%1$s)".formatted(name);
        }
        var ids = term.includesDescendants() ? descendants.all(term) : term.ids();
        filter.bind(name, ids.isEmpty() ? NOTHING : ids);
        if (term.ids().isEmpty()) {
            return ":" + name;
        }
        filter.bind(name + "Kind", term.kind());
        return ":%1$s and x.term.kind = :%1$sKind".formatted(name);
    }

    private void addAuthors() {
        var authors = wanted.authors();
        filter.and("p.author.id in :authors", "authors", authors.ids())
                .and("p.author.id not in :noAuthors", "noAuthors", authors.excludedIds());
        addAuthors(authors.slugs(), "=", "in", "authorSlugs");
        addAuthors(authors.excludedSlugs(), "not in", "not in", "noAuthorSlugs");
    }

    private void addAuthors(List<String> slugs, String one, String many, String name) {
        var ids = "(select e.ownerId from SlugEntry e where e.scope = 'user' and e.slug ";
        if (slugs.size() == 1) {
            filter.and("p.author.id " + one + " " + ids + "= :" + name + ")", name, slugs.get(0));
        } else {
            filter.and("p.author.id " + many + " " + ids + "in :" + name + ")", name, slugs);
        }
    }

    private void addParents() {
        var some = wanted.parents().any();
        if (some.contains(IdFilter.TOP)) {
            var others = some.stream().filter(id -> id != IdFilter.TOP).toList();
            filter.and(others.isEmpty() ? "p.parentId is null" : "(p.parentId is null or p.parentId in :parents)");
            if (!others.isEmpty()) {
                filter.bind("parents", others);
            }
        } else if (some.size() == 1) {
            filter.and("p.parentId = :parent", "parent", some.get(0));
        } else {
            filter.and("p.parentId in :parents", "parents", some);
        }
        filter.and(
                "coalesce(p.parentId, 0) not in :noParents",
                "noParents",
                wanted.parents().none());
    }

    private void addSlugs() {
        var slugs = wanted.slugs();
        if (!slugs.trashIsMarked() || !wanted.statuses().contains(PostStatus.TRASHED)) {
            filter.and("p.slug in :slugs", "slugs", slugs.any());
            return;
        }
        if (slugs.any().isEmpty()) {
            return;
        }
        var trashed = slugs.any().stream()
                .flatMap(slug -> TrashedSlug.unmarked(slug).stream())
                .toList();
        filter.and(
                        "(p.status <> :trashed and p.slug in :slugs or p.status = :trashed and p.slug in :trashedSlugs)",
                        "slugs",
                        slugs.any())
                .bind("trashed", PostStatus.TRASHED)
                .bind("trashedSlugs", trashed.isEmpty() ? List.of("") : trashed);
    }

    private void addRange(TimeRange range, String path, String name) {
        filter.and(path + " >= :" + name + "From", name + "From", range.from())
                .and(path + " < :" + name + "Until", name + "Until", range.until());
    }

    private void addProtection() {
        if (wanted.isProtected() != null) {
            filter.and("p.password is " + (wanted.isProtected() ? "not null" : "null"));
        }
    }

    private void addFields() {
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
            filter.and(openText());
        }
        if (wanted.fields().keySet().stream().anyMatch(CustomFields::isProtected)) {
            filter.and(EditablePosts.condition(filter, "p", actor).orElse("1 = 0"));
        }
    }

    private void addSearch() {
        if (wanted.search() == null) {
            return;
        }
        if (wanted.search().hidesProtected() && actor.isAnonymous()) {
            filter.and("p.password is null");
        }
        // Titles are not secret, and a bound parameter must be used.
        var open = wanted.search().fields().equals(TITLE_ALONE) ? "1 = 1" : openText();
        new SearchCondition(wanted.search(), open).addTo(filter);
    }

    /** A search must not reveal protected texts either. */
    private String openText() {
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
