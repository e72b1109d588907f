package io.masthead.menu;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.PageQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Menus and their places. */
@ApplicationScoped
class MenuRepository implements PanacheRepository<Menu> {

    private final StatelessSession stateless;

    MenuRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<Menu> search(MenuQuery query) {
        var wanted = query.filter();
        if (wanted.isEmpty()) {
            return Page.empty(query.page());
        }
        var filter = new Filter()
                .and(
                        "exists (select 1 from MenuPlace l where l.menuId = m.id and l.place = :place)",
                        "place",
                        wanted.place())
                .and("m.slug in :slugs", "slugs", wanted.slugs())
                .and("m.id in :ids", "ids", wanted.ids())
                .and("m.id not in :excludedIds", "excludedIds", wanted.excludedIds());
        if (wanted.search() != null) {
            wanted.search().addTo(filter, "m.searchText");
        }
        var paginator = new Paginator<>(query.sort(), query.descending(), "m.id", query.page(), wanted);
        return new PageQuery<>("m", "Menu m", "", filter, paginator).read(stateless, Menu.class, Menu::id);
    }

    Map<Long, Menu> findAll(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : FilteredQuery.of(
                                getEntityManager(),
                                Menu.class,
                                "select m from Menu m",
                                new Filter().and("m.id in :ids", "ids", ids))
                        .getResultStream()
                        .collect(Collectors.toMap(Menu::id, menu -> menu));
    }

    Optional<Menu> lock(long id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Menus whose name has the same key. */
    List<Menu> namedLike(String nameKey) {
        return list("nameKey", nameKey);
    }

    /** The menu at each place, in alphabetical order of the places. */
    Map<String, Long> places() {
        var places = new TreeMap<String, Long>();
        entries("", Map.of()).forEach(entry -> places.put(entry.place(), entry.menuId()));
        return places;
    }

    /** The places of each menu, in alphabetical order; menus without any are absent. */
    Map<Long, List<String>> placesOf(Collection<Long> menuIds) {
        return menuIds.isEmpty()
                ? Map.of()
                : entries(" where l.menuId in :menus", Map.of("menus", menuIds)).stream()
                        .sorted((one, other) -> one.place().compareTo(other.place()))
                        .collect(Collectors.groupingBy(
                                MenuPlace::menuId, Collectors.mapping(MenuPlace::place, Collectors.toList())));
    }

    Optional<Long> at(String place) {
        return Optional.ofNullable(getEntityManager().find(MenuPlace.class, place))
                .map(MenuPlace::menuId);
    }

    /**
     * Gives a menu these places and no others.
     *
     * @return the menus that had any of them
     */
    List<Long> place(long menuId, Collection<String> wanted) {
        var entities = getEntityManager();
        entries(" where l.menuId = :menu", Map.of("menu", menuId)).stream()
                .filter(entry -> !wanted.contains(entry.place()))
                .forEach(entities::remove);
        return wanted.stream().flatMap(place -> give(place, menuId).stream()).toList();
    }

    private Optional<Long> give(String place, long menuId) {
        var entry = getEntityManager().find(MenuPlace.class, place);
        if (entry == null) {
            getEntityManager().persist(new MenuPlace(place, menuId));
            return Optional.empty();
        }
        long before = entry.menuId();
        entry.moveTo(menuId);
        return before == menuId ? Optional.empty() : Optional.of(before);
    }

    private List<MenuPlace> entries(String where, Map<String, Object> values) {
        var query = getEntityManager().createQuery("select l from MenuPlace l" + where, MenuPlace.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
