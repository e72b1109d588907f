package io.masthead.user;

import io.masthead.db.RowLocks;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

@ApplicationScoped
class UserRepository implements PanacheRepository<User> {

    Page<User> search(UserQuery query, Actor actor) {
        var filter = visibleTo(actor);
        addTo(filter, query.criteria());
        var counted = "from User u" + filter.where();
        var countedParams = filter.params();
        var paginator = new Paginator<>(query.sort(), query.descending(), "u.id", query.page(), query.criteria());
        paginator.restrict(filter);
        var page = getEntityManager()
                .createQuery("select u from User u" + filter.where() + paginator.orderBy(), User.class);
        filter.params().forEach(page::setParameter);
        var rows = page.setFirstResult(paginator.firstRow())
                .setMaxResults(paginator.rows())
                .getResultList();
        return paginator.page(rows, User::id, () -> count(counted, countedParams));
    }

    Optional<User> findByLogin(String login) {
        return find("loginKey", User.key(login)).singleResultOptional();
    }

    Optional<User> findByLoginOrEmail(String text) {
        var key = User.key(text);
        var found = list("loginKey = ?1 or emailKey = ?1", key);
        return found.stream()
                .filter(user -> user.loginKey().equals(key))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    boolean hasEmail(String email) {
        return count("emailKey", User.key(email)) > 0;
    }

    List<User> withConfirmedEmails(List<String> keys) {
        return list("emailKey in ?1 and emailUnconfirmed = false", keys);
    }

    /** Whether somebody else signs in with this word, be it a login or an e-mail address. */
    boolean isTaken(String word, long exceptId) {
        return count("(loginKey = ?1 or emailKey = ?1) and id <> ?2", User.key(word), exceptId) > 0;
    }

    /** The user for a change; others who want to change it wait. */
    Optional<User> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Nobody can delete the user until the end of the transaction. */
    void keep(long id) {
        RowLocks.keep(getEntityManager(), "users", id);
    }

    /** Nobody can write in the name of the user until the end of the transaction. */
    void holdForDeletion(long id) {
        RowLocks.holdForDeletion(getEntityManager(), "users", List.of(id));
    }

    /** As {@link #lock}, for several and all administrators who can sign in. */
    List<User> lockWithAdministrators(Set<Long> ids) {
        // In one order everywhere, so that two transactions never wait for each other.
        return find("id in ?1 or (role = ?2 and suspendedAt is null) order by id", ids, Role.ADMINISTRATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean exists(long id) {
        return count("id", id) > 0;
    }

    /** In few statements however many the users: most change by the same number. */
    void adjustPublished(Map<Long, Integer> deltas) {
        if (deltas.size() > 1) {
            RowLocks.hold(getEntityManager(), "users", deltas.keySet());
        }
        deltas.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach(this::adjustPublished);
    }

    private void adjustPublished(int delta, Collection<Long> ids) {
        update(
                "publishedCount = publishedCount + ?1, publicProfile ="
                        + " case when publishedCount + ?1 > 0 then true else false end"
                        + " where id in ?2",
                delta,
                ids);
    }

    /** False if somebody has its id or its login; waits for another node that is adding it. */
    boolean insertFirstAdministrator(String login, String slug, String displayName, String nameKey, Instant now) {
        // In SQL, since Hibernate gives the table an alias here that H2 does not read.
        return getEntityManager()
                        .createNativeQuery("insert into users (id, version, login, login_key, display_name,"
                                + " name_key, search_text, slug, biography, url, role, published_count,"
                                + " public_profile, created_at, updated_at)"
                                + " values (:id, 0, :login, :login, :name, :nameKey, :searchText, :slug,"
                                + " '', '', :role, 0, false, :now, :now)"
                                + " on conflict do nothing")
                        .setParameter("id", User.FIRST_ADMINISTRATOR)
                        .setParameter("login", login)
                        .setParameter("slug", slug)
                        .setParameter("name", displayName)
                        .setParameter("nameKey", nameKey)
                        .setParameter("searchText", User.searchText(displayName, slug))
                        .setParameter("role", Role.ADMINISTRATOR.name())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** The one place that decides whom a list shows: who has published is known to all. */
    static Filter visibleTo(Actor actor) {
        var filter = new Filter();
        return actor.can(Capability.LIST_USERS) ? filter : filter.and("u.publicProfile = true");
    }

    private static void addTo(Filter filter, UserCriteria wanted) {
        filter.and("u.slug in :slugs", "slugs", wanted.slugs());
        if (wanted.search() != null) {
            wanted.search().addTo(filter, "u.searchText");
        }
    }
}
