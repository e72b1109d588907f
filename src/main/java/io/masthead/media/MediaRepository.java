package io.masthead.media;

import io.masthead.db.RowLocks;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.user.User;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class MediaRepository implements PanacheRepository<Media> {

    private static final long NOBODY = 0;

    private final UploadVisibility uploads;

    MediaRepository(UploadVisibility uploads) {
        this.uploads = uploads;
    }

    /** With their authors. */
    Page<Media> search(MediaQuery query, Actor actor) {
        var filter = filter(query.criteria(), actor);
        var counted = "from Media m" + filter.where();
        var countedParams = filter.params();
        var paginator = new Paginator<>(query.sort(), query.descending(), "m.id", query.page(), query.criteria());
        paginator.restrict(filter);
        var page = getEntityManager()
                .createQuery(
                        "select m from Media m join fetch m.author" + filter.where() + paginator.orderBy(),
                        Media.class);
        filter.params().forEach(page::setParameter);
        var rows = page.setFirstResult(paginator.firstRow())
                .setMaxResults(paginator.rows())
                .getResultList();
        return paginator.page(rows, Media::id, () -> count(counted, countedParams));
    }

    /** With their authors; two statements, of which one counts. */
    Page<Media> select(MediaSelection wanted, Actor actor) {
        var filter = filter(wanted, actor);
        var total = count("from Media m" + filter.where(), filter.params());
        if (wanted.offset() >= total) {
            return Page.of(List.of(), wanted.limit(), total);
        }
        var inJava = wanted.order().path() == null;
        var order = inJava ? "" : orderBy(wanted, filter, actor);
        var query = getEntityManager()
                .createQuery("select m from Media m join fetch m.author" + filter.where() + order, Media.class);
        filter.params().forEach(query::setParameter);
        if (!inJava) {
            query.setFirstResult((int) wanted.offset()).setMaxResults(wanted.limit());
            return Page.of(query.getResultList(), wanted.limit(), total);
        }
        var listed = query.getResultList().stream()
                .sorted(Comparator.comparing(media -> place(media, wanted)))
                .skip(wanted.offset())
                .limit(wanted.limit())
                .toList();
        return Page.of(listed, wanted.limit(), total);
    }

    private static int place(Media media, MediaSelection wanted) {
        return wanted.order() == MediaOrder.LISTED_IDS
                ? wanted.ids().indexOf(media.id())
                : wanted.slugs().indexOf(media.slug());
    }

    private static String orderBy(MediaSelection wanted, Filter filter, Actor actor) {
        var direction = wanted.descending() ? " desc" : "";
        var path = wanted.order() == MediaOrder.AUTHOR
                ? owner(filter, actor)
                : wanted.order().path();
        return " order by " + path + direction + ", m.id" + direction;
    }

    private Filter filter(MediaSelection wanted, Actor actor) {
        var filter = new Filter()
                .and("m.id in :ids", "ids", wanted.ids())
                .and("m.id not in :excluded", "excluded", wanted.excludedIds())
                .and("m.slug in :slugs", "slugs", wanted.slugs())
                .and("coalesce(m.postId, 0) in :holders", "holders", wanted.postIds())
                .and("coalesce(m.postId, 0) not in :otherHolders", "otherHolders", wanted.excludedPostIds())
                .and("m.createdAt > :createdAfter", "createdAfter", wanted.createdAfter())
                .and("m.createdAt < :createdBefore", "createdBefore", wanted.createdBefore())
                .and("m.updatedAt > :updatedAfter", "updatedAfter", wanted.updatedAfter())
                .and("m.updatedAt < :updatedBefore", "updatedBefore", wanted.updatedBefore())
                .and("m.mimeType in :types", "types", wanted.types());
        uploads.restrict(filter, "m.postId", actor);
        var families = new ArrayList<String>();
        for (var family : wanted.families()) {
            var name = "family" + families.size();
            families.add("m.mimeType like :" + name + " escape '\\'");
            filter.bind(name, literal(family) + "/%");
        }
        if (!families.isEmpty()) {
            filter.and("(" + String.join(" or ", families) + ")");
        }
        if (!wanted.authorIds().isEmpty() || !wanted.excludedAuthorIds().isEmpty()) {
            var owner = owner(filter, actor);
            filter.and(owner + " in :authors", "authors", wanted.authorIds())
                    .and(owner + " not in :otherAuthors", "otherAuthors", wanted.excludedAuthorIds());
        }
        if (wanted.search() != null) {
            search(filter, wanted.search());
        }
        if (wanted.editable() && !actor.can(Capability.EDIT_OTHERS_POSTS)) {
            filter.and("m.author.id = :editor", "editor", actor.can(Capability.UPLOAD_FILES) ? actor.userId() : NOBODY);
        }
        return filter;
    }

    /**
     * The id of whose it is; 0 for somebody who is not shown to the caller, so that none is told.
     */
    private static String owner(Filter filter, Actor actor) {
        if (actor.can(Capability.LIST_USERS)) {
            return "m.author.id";
        }
        filter.bind("caller", actor.isAnonymous() ? NOBODY : actor.userId());
        return "case when m.author.publicProfile = true or m.author.id = :caller" + " then m.author.id else 0 end";
    }

    private static void search(Filter filter, MediaSearch wanted) {
        int number = 0;
        for (var word : wanted.words()) {
            filter.and(holds(filter, wanted, word, "word" + number++));
        }
        for (var word : wanted.excluded()) {
            filter.and("not " + holds(filter, wanted, word, "word" + number++));
        }
    }

    private static String holds(Filter filter, MediaSearch wanted, String word, String name) {
        filter.bind(name, wanted.whole() ? literal(word) : "%" + literal(word) + "%");
        return wanted.fields().stream()
                .sorted()
                .map(field -> field.path() + " ilike :" + name + " escape '\\'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** With its author, for a change; empty also where the caller may not know of it. */
    Optional<Media> lock(long id, Actor actor) {
        // Before it is read: what another one writes until the lock is had would be lost.
        RowLocks.hold(getEntityManager(), "media", List.of(id));
        return read(id, actor);
    }

    /** With their authors; those that are there and that the caller may know of. */
    List<Media> read(Collection<Long> ids, Actor actor) {
        var filter = new Filter().and("m.id in :ids", "ids", ids);
        uploads.restrict(filter, "m.postId", actor);
        return list("select m from Media m join fetch m.author" + filter.where(), filter.params());
    }

    /** With its author; empty also where the caller may not know of it. */
    Optional<Media> read(long id, Actor actor) {
        var filter = new Filter().and("m.id = :id", "id", id);
        uploads.restrict(filter, "m.postId", actor);
        return find("select m from Media m join fetch m.author" + filter.where(), filter.params())
                .singleResultOptional();
    }

    /** Without their authors; those that are there and that the caller may know of. */
    List<Media> all(Collection<Long> ids, Actor actor) {
        var filter = new Filter().and("m.id in :ids", "ids", ids);
        uploads.restrict(filter, "m.postId", actor);
        return list("select m from Media m" + filter.where(), filter.params());
    }

    void attach(long id, Long postId) {
        update("postId = ?1 where id = ?2", postId, id);
    }

    /** All that one user has uploaded becomes another's. */
    void give(long fromUserId, long toUserId, Instant now) {
        getEntityManager()
                .createQuery("update versioned Media m set m.author = :to, m.updatedAt = :now"
                        + " where m.author.id = :from")
                .setParameter("to", getEntityManager().getReference(User.class, toUserId))
                .setParameter("now", now)
                .setParameter("from", fromUserId)
                .executeUpdate();
    }

    private Filter filter(MediaCriteria wanted, Actor actor) {
        var filter = new Filter().and("m.postId = :upload", "upload", wanted.postId());
        uploads.restrict(filter, "m.postId", actor);
        if (wanted.type() != null) {
            if (wanted.type().contains("/")) {
                filter.and("m.mimeType = :type", "type", wanted.type());
            } else {
                filter.and("m.mimeType like :type escape '\\'", "type", literal(wanted.type()) + "/%");
            }
        }
        filter.and(
                "m.author.id in (select e.ownerId from SlugEntry e" + " where e.scope = 'user' and e.slug in :authors)",
                "authors",
                wanted.authors());
        if (!wanted.authors().isEmpty() && !actor.can(Capability.LIST_USERS)) {
            // Otherwise the filter would tell whose files those are whose author is not shown.
            filter.and("(m.author.publicProfile = true or m.author.id = :caller)")
                    .bind("caller", actor.isAnonymous() ? NOBODY : actor.userId());
        }
        if (wanted.search() != null) {
            wanted.search().addTo(filter, "m.searchText");
        }
        return filter;
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
