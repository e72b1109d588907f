package io.masthead.menu;

import io.masthead.kernel.Filter;
import io.masthead.permalink.PermalinkSource;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.taxonomy.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Reads what items refer to; one statement per method. */
@ApplicationScoped
class MenuThingRepository {

    /** A post or page that an item refers to. */
    record Target(PermalinkSource place, String title) {

        boolean isPublic() {
            return place.status() == PostStatus.PUBLISHED;
        }
    }

    private static final List<MenuItemKind> POSTS = List.of(MenuItemKind.POST, MenuItemKind.PAGE);
    private static final List<MenuItemKind> TERMS = List.of(MenuItemKind.CATEGORY, MenuItemKind.TAG);
    private static final String OF_MENUS =
            ".id in (select i.thingId from MenuItem i where i.menuId in :menus and i.kind in :kinds)";

    private final EntityManager entities;

    MenuThingRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<Target> postsOf(Collection<Long> menuIds) {
        return posts(ofMenus("p", menuIds, POSTS));
    }

    List<Target> posts(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : posts(new Filter().and("p.id in :ids", "ids", ids));
    }

    List<Term> termsOf(Collection<Long> menuIds) {
        return terms(ofMenus("t", menuIds, TERMS));
    }

    List<Term> terms(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : terms(new Filter().and("t.id in :ids", "ids", ids));
    }

    private static Filter ofMenus(String thing, Collection<Long> menuIds, List<MenuItemKind> kinds) {
        return new Filter().and(thing + OF_MENUS, "menus", menuIds).bind("kinds", kinds);
    }

    private List<Target> posts(Filter filter) {
        return FilteredQuery.of(
                        entities,
                        Tuple.class,
                        "select p.id, p.type, p.status, p.slug, p.sortAt, p.shownDate, p.parentId, a.slug, p.title"
                                + " from Post p join p.author a",
                        filter)
                .getResultStream()
                .map(row -> new Target(
                        new PermalinkSource(
                                row.get(0, Long.class),
                                row.get(1, PostType.class),
                                row.get(2, PostStatus.class),
                                row.get(3, String.class),
                                row.get(4, Instant.class),
                                row.get(5, LocalDateTime.class),
                                row.get(6, Long.class),
                                row.get(7, String.class)),
                        row.get(8, String.class)))
                .toList();
    }

    private List<Term> terms(Filter filter) {
        return FilteredQuery.of(entities, Term.class, "select t from Term t", filter)
                .getResultList();
    }
}
