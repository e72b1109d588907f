package io.masthead.platform.slug;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class SlugRepository implements PanacheRepositoryBase<SlugEntry, SlugEntry.Key> {

    /** False if the slug exists; waits for another transaction that is claiming it. */
    boolean insert(String scope, String slug, long ownerId, boolean current) {
        // In SQL, since Hibernate adds an alias to the table that H2 does not parse.
        NativeQuery<?> insert = getEntityManager()
                .createNativeQuery("insert into slug (scope, slug, owner_id, is_current)"
                        + " values (:scope, :slug, :owner, :current)"
                        + " on conflict do nothing")
                .unwrap(NativeQuery.class);
        // Naming the entity keeps Hibernate from flushing other unfinished changes first.
        return insert.addSynchronizedEntityClass(SlugEntry.class)
                        .setParameter("scope", scope)
                        .setParameter("slug", slug)
                        .setParameter("owner", ownerId)
                        .setParameter("current", current)
                        .executeUpdate()
                == 1;
    }

    /**
     * As {@link #insert(String, String, long, boolean)}, for several current slugs.
     *
     * @param owners in the order in which the slugs are inserted
     * @return how many were new
     */
    int insert(SortedMap<Address, Long> owners) {
        var rows = IntStream.range(0, owners.size())
                .mapToObj("(:scope%1$d, :slug%1$d, :owner%1$d, true)"::formatted)
                .collect(Collectors.joining(", "));
        NativeQuery<?> insert = getEntityManager()
                .createNativeQuery("insert into slug (scope, slug, owner_id, is_current) values "
                        + rows
                        + " on conflict do nothing")
                .unwrap(NativeQuery.class);
        insert.addSynchronizedEntityClass(SlugEntry.class);
        int number = 0;
        for (var entry : owners.entrySet()) {
            insert.setParameter("scope" + number, entry.getKey().scope())
                    .setParameter("slug" + number, entry.getKey().slug())
                    .setParameter("owner" + number++, entry.getValue());
        }
        return insert.executeUpdate();
    }

    /** True if the slug was this owner's before, or is nobody's current one. */
    boolean takeOver(String scope, String slug, long ownerId) {
        return update(
                        "ownerId = :owner, current = true where scope = :scope and slug = :slug"
                                + " and (current = false or ownerId = :owner)",
                        Map.<String, Object>of("owner", ownerId, "scope", scope, "slug", slug))
                == 1;
    }

    /** True if the slug is or was this owner's. */
    boolean takeBack(String scope, String slug, long ownerId) {
        return update("current = true where scope = ?1 and slug = ?2 and ownerId = ?3", scope, slug, ownerId) == 1;
    }

    void retire(String scope, long ownerId) {
        update("current = false where ownerId = ?1 and scope = ?2 and current", ownerId, scope);
    }

    void releaseCurrent(String scope, long ownerId) {
        delete("ownerId = ?1 and scope = ?2 and current", ownerId, scope);
    }

    void releaseCurrent(Collection<String> scopes, Collection<Long> ownerIds) {
        delete("ownerId in ?1 and scope in ?2 and current", ownerIds, scopes);
    }

    void deleteAll(String kind, long ownerId) {
        delete("ownerId = ?1 and (scope = ?2 or scope like ?3)", ownerId, kind, kind + "/%");
    }

    Optional<SlugOwner> find(String scope, String slug) {
        return find("scope = ?1 and slug = ?2", scope, slug)
                .singleResultOptional()
                .map(entry -> new SlugOwner(entry.ownerId(), entry.isCurrent()));
    }

    /** See {@link SlugRegistry#owners}. */
    Map<String, Map<String, Long>> owners(Collection<String> scopes, Collection<String> wanted) {
        var owners = new HashMap<String, Map<String, Long>>();
        list("scope in ?1 and slug in ?2 and current", scopes, wanted)
                .forEach(entry -> owners.computeIfAbsent(entry.scope(), scope -> new HashMap<>())
                        .put(entry.slug(), entry.ownerId()));
        return owners;
    }

    List<String> formerOf(String scope, long ownerId) {
        return find(
                        "select s.slug from SlugEntry s where s.ownerId = ?1 and s.scope = ?2"
                                + " and not s.current order by s.slug",
                        ownerId,
                        scope)
                .project(String.class)
                .list();
    }

    /** See {@link SlugRegistry#formerOf(Collection, Collection)}. */
    Map<Long, List<String>> formerOf(Collection<String> scopes, Collection<Long> ownerIds) {
        return list("ownerId in ?1 and scope in ?2 and not current order by slug", ownerIds, scopes).stream()
                .collect(Collectors.groupingBy(
                        SlugEntry::ownerId, Collectors.mapping(SlugEntry::slug, Collectors.toList())));
    }
}
