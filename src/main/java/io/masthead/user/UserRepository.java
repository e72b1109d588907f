package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.PageQuery;
import io.masthead.platform.db.RowLocks;
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
import org.hibernate.StatelessSession;

@ApplicationScoped
class UserRepository implements PanacheRepository<User> {

    private final StatelessSession stateless;

    UserRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<User> search(UserQuery query, Actor actor) {
        var wanted = query.filter();
        if (wanted.isEmpty()) {
            return Page.empty(query.page());
        }
        var paginator = new Paginator<>(query.sort(), query.descending(), "u.id", query.page(), wanted);
        var page = new PageQuery<>("u", "User u", "", conditions(wanted, actor), paginator);
        return switch (query.sort()) {
            case LISTED_IDS -> page.readAsListed(stateless, User.class, wanted.ids(), User::id);
            case LISTED_SLUGS -> page.readAsListed(stateless, User.class, wanted.slugs(), User::slug);
            case NAME, CREATED, ID, SLUG, URL, EMAIL -> page.read(stateless, User.class, User::id);
        };
    }

    private static Filter conditions(UserFilter wanted, Actor actor) {
        var filter = new Filter()
                .and("u.slug in :slugs", "slugs", wanted.slugs())
                .and("u.id in :ids", "ids", wanted.ids())
                .and("u.id not in :excludedIds", "excludedIds", wanted.excludedIds())
                .and("u.role in :roles", "roles", wanted.roles());
        if (wanted.published() || !actor.can(Capability.LIST_USERS)) {
            // Everybody may know who has published.
            filter.and("u.publicProfile = true");
        }
        if (wanted.search() != null) {
            if (wanted.searchedFields().isEmpty()) {
                wanted.search().addTo(filter, "u.searchText");
            } else {
                addSearch(filter, wanted, actor);
            }
        }
        return filter;
    }

    /** Fields that the caller may not see are not compared, or their values could be guessed. */
    private static void addSearch(Filter filter, UserFilter wanted, Actor actor) {
        var fields = wanted.searchedFields().stream()
                .filter(field -> field.isPublic() || actor.can(Capability.LIST_USERS))
                .collect(Collectors.partitioningBy(
                        field -> field == UserField.ID, Collectors.mapping(UserField::path, Collectors.toList())));
        wanted.search().addTo(filter, List.of(), fields.get(false), fields.get(true));
    }

    List<User> findAll(Collection<Long> ids) {
        var filter = new Filter().and("id in :ids", "ids", ids);
        return ids.isEmpty() ? List.of() : list(filter.conditions(), filter.params());
    }

    Optional<User> findByLogin(String login) {
        return find("loginKey", User.key(login)).singleResultOptional();
    }

    boolean hasEmail(String email) {
        return count("emailKey", User.key(email)) > 0;
    }

    List<User> withConfirmedEmails(List<String> keys) {
        return list("emailKey in ?1 and emailUnconfirmed = false", keys);
    }

    /** Whether someone else signs in with this word, as login or as e-mail address. */
    boolean isTaken(String word, long exceptId) {
        return count("(loginKey = ?1 or emailKey = ?1) and id <> ?2", User.key(word), exceptId) > 0;
    }

    /** Locks the user for a change. */
    Optional<User> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Prevents the deletion of the user until the end of the transaction. */
    void lockAgainstDeletion(long id) {
        RowLocks.lockAgainstDeletion(getEntityManager(), "users", id);
    }

    /** Prevents writes that refer to the user until the end of the transaction. */
    void lockForDeletion(long id) {
        RowLocks.lockForDeletion(getEntityManager(), "users", List.of(id));
    }

    /** As {@link #lock}, for several users and all administrators who can sign in. */
    List<User> lockWithAdministrators(Set<Long> ids) {
        // In one order everywhere, to avoid deadlocks.
        return find("id in ?1 or (role = ?2 and suspendedAt is null) order by id", ids, Role.ADMINISTRATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean exists(long id) {
        return count("id", id) > 0;
    }

    /** Takes few statements for many users: most change by the same number. */
    void adjustPublished(Map<Long, Integer> deltas) {
        if (deltas.size() > 1) {
            RowLocks.lock(getEntityManager(), "users", deltas.keySet());
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

    /** False if the id or the login is taken; waits for another node that is adding it. */
    boolean insertFirstAdministrator(String login, String slug, String displayName, String nameKey, Instant now) {
        // In SQL, since Hibernate adds an alias to the table that H2 does not parse.
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
}
