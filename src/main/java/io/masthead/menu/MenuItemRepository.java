package io.masthead.menu;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.PageQuery;
import io.masthead.post.PostStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

@ApplicationScoped
class MenuItemRepository implements PanacheRepository<MenuItem> {

    private static final String VISIBLE = "(i.kind = :link"
            + " or exists (select 1 from Post p where p.id = i.thingId and p.status = :published"
            + " and i.kind in (:post, :page))"
            + " or exists (select 1 from Term t where t.id = i.thingId and i.kind in (:category, :tag)))";

    private final StatelessSession stateless;

    MenuItemRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** In the order of their positions. */
    List<MenuItem> of(long menuId) {
        return list("menuId = ?1 order by position, id", menuId);
    }

    /** As {@link #of(long)}, of several menus, without tracking changes. */
    Map<Long, List<MenuItem>> of(Collection<Long> menuIds) {
        return menuIds.isEmpty()
                ? Map.of()
                : FilteredQuery.of(
                                stateless,
                                MenuItem.class,
                                "select i from MenuItem i",
                                new Filter().and("i.menuId in :menus", "menus", menuIds),
                                " order by i.position, i.id")
                        .getResultStream()
                        .collect(Collectors.groupingBy(MenuItem::menuId));
    }

    long count(long menuId) {
        return count("menuId", menuId);
    }

    /** The menu of an item. */
    Optional<Long> menuOf(long id) {
        return find("select i.menuId from MenuItem i where i.id = ?1", id)
                .project(Long.class)
                .firstResultOptional();
    }

    /** The number of items of each menu that everybody sees; menus without any are absent. */
    Map<Long, Long> counts(Collection<Long> menuIds) {
        if (menuIds.isEmpty()) {
            return Map.of();
        }
        var filter = new Filter().and("i.menuId in :menus", "menus", menuIds);
        onlyVisible(filter);
        return FilteredQuery.of(
                        stateless,
                        Object[].class,
                        "select i.menuId, count(*) from MenuItem i",
                        filter,
                        " group by i.menuId")
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    private static void onlyVisible(Filter filter) {
        filter.and(VISIBLE, "published", PostStatus.PUBLISHED)
                .bind("link", MenuItemKind.LINK)
                .bind("post", MenuItemKind.POST)
                .bind("page", MenuItemKind.PAGE)
                .bind("category", MenuItemKind.CATEGORY)
                .bind("tag", MenuItemKind.TAG);
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<MenuItem> search(MenuItemQuery query, boolean withHidden) {
        var wanted = query.filter();
        if (wanted.isEmpty()) {
            return Page.empty(query.page());
        }
        var filter = new Filter()
                .and("i.menuId in :menus", "menus", wanted.menuIds())
                .and("i.menuId not in :otherMenus", "otherMenus", wanted.excludedMenuIds())
                .and("i.id in :ids", "ids", wanted.ids())
                .and("i.id not in :excludedIds", "excludedIds", wanted.excludedIds())
                .and("i.position = :position", "position", wanted.position());
        if (wanted.search() != null) {
            wanted.search().addTo(filter, List.of(), List.of("coalesce(i.label, '')"));
        }
        if (!withHidden) {
            onlyVisible(filter);
        }
        var paginator = new Paginator<>(query.sort(), query.descending(), "i.id", query.page(), wanted);
        var page = new PageQuery<>("i", "MenuItem i", "", filter, paginator);
        return query.sort() == MenuItemSort.LISTED_IDS
                ? page.readAsListed(stateless, MenuItem.class, wanted.ids(), MenuItem::id)
                : page.read(stateless, MenuItem.class, MenuItem::id);
    }
}
