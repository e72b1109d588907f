package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.kernel.WordSearch;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.PageQuery;
import io.masthead.platform.db.RowLocks;
import io.masthead.user.User;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;

@ApplicationScoped
class MediaRepository implements PanacheRepository<Media> {

    private static final long NOBODY = 0;

    private final StatelessSession stateless;
    private final UploadVisibility uploads;

    MediaRepository(StatelessSession stateless, UploadVisibility uploads) {
        this.stateless = stateless;
        this.uploads = uploads;
    }

    /**
     * Reads the authors too; one statement, and another one if a total is wanted that the page does not reveal.
     */
    Page<Media> search(MediaQuery query, Actor actor) {
        var wanted = query.filter();
        if (wanted.isEmpty()) {
            return Page.empty(query.page());
        }
        var filter = conditions(wanted, actor);
        var key = query.sort() == MediaSort.AUTHOR
                ? shownAuthor(filter, actor)
                : query.sort().path();
        var paginator = new Paginator<>(query.sort(), query.descending(), key, "m.id", query.page(), wanted);
        var page = new PageQuery<>("m", "Media m", " join fetch m.author", filter, paginator);
        return switch (query.sort()) {
            case LISTED_IDS -> page.readAsListed(stateless, Media.class, wanted.ids(), Media::id);
            case LISTED_SLUGS -> page.readAsListed(stateless, Media.class, wanted.slugs(), Media::slug);
            case CREATED, TITLE, ID, UPDATED, SLUG, AUTHOR, PARENT -> page.read(stateless, Media.class, Media::id);
        };
    }

    private Filter conditions(MediaFilter wanted, Actor actor) {
        var filter = new Filter()
                .and("m.id in :ids", "ids", wanted.ids())
                .and("m.id not in :excludedIds", "excludedIds", wanted.excludedIds())
                .and("m.slug in :slugs", "slugs", wanted.slugs())
                .and(isUploadedTo(wanted.postIds()), "posts", wanted.postIds())
                .and("coalesce(m.postId, 0) not in :excludedPosts", "excludedPosts", wanted.excludedPostIds())
                .and("m.createdAt > :createdAfter", "createdAfter", wanted.createdAfter())
                .and("m.createdAt < :createdBefore", "createdBefore", wanted.createdBefore())
                .and("m.updatedAt > :updatedAfter", "updatedAfter", wanted.updatedAfter())
                .and("m.updatedAt < :updatedBefore", "updatedBefore", wanted.updatedBefore())
                .and("m.mimeType in :types", "types", wanted.types());
        uploads.restrict(filter, "m.postId", actor);
        addFamilies(filter, wanted.families());
        addAuthors(filter, wanted, actor);
        addSearch(filter, wanted);
        if (wanted.editable() && !actor.can(Capability.EDIT_OTHERS_POSTS)) {
            filter.and("m.author.id = :editor", "editor", actor.can(Capability.UPLOAD_FILES) ? actor.userId() : NOBODY);
        }
        return filter;
    }

    private static String isUploadedTo(List<Long> postIds) {
        return postIds.contains(0L) ? "(m.postId in :posts or m.postId is null)" : "m.postId in :posts";
    }

    private static void addFamilies(Filter filter, List<String> families) {
        var either = new ArrayList<String>();
        for (var family : families) {
            var name = "family" + either.size();
            either.add("m.mimeType like :" + name + " escape '\\'");
            filter.bind(name, WordSearch.literal(family) + "/%");
        }
        if (!either.isEmpty()) {
            filter.and("(" + String.join(" or ", either) + ")");
        }
    }

    private static void addAuthors(Filter filter, MediaFilter wanted, Actor actor) {
        if (!wanted.authors().isEmpty()) {
            filter.and(
                    "m.author.id in (select e.ownerId from SlugEntry e where e.scope = 'user' and e.slug in :authors)",
                    "authors",
                    wanted.authors());
            if (!actor.can(Capability.LIST_USERS)) {
                filter.and(isAuthorShown(filter, actor));
            }
        }
        if (!wanted.authorIds().isEmpty() || !wanted.excludedAuthorIds().isEmpty()) {
            var author = shownAuthor(filter, actor);
            filter.and(author + " in :authorIds", "authorIds", wanted.authorIds())
                    .and(author + " not in :excludedAuthorIds", "excludedAuthorIds", wanted.excludedAuthorIds());
        }
    }

    /** The id of the author; 0 for one whom the caller may not see. */
    private static String shownAuthor(Filter filter, Actor actor) {
        return actor.can(Capability.LIST_USERS)
                ? "m.author.id"
                : "case when " + isAuthorShown(filter, actor) + " then m.author.id else 0 end";
    }

    /** Without it a filter or an order would reveal authors whom the caller may not see. */
    private static String isAuthorShown(Filter filter, Actor actor) {
        filter.bind("caller", actor.isAnonymous() ? NOBODY : actor.userId());
        return "(m.author.publicProfile = true or m.author.id = :caller)";
    }

    private static void addSearch(Filter filter, MediaFilter wanted) {
        if (wanted.search() == null) {
            return;
        }
        if (wanted.searchedFields().isEmpty()) {
            wanted.search().addTo(filter, "m.searchText");
        } else {
            var fields = wanted.searchedFields().stream().map(MediaField::path).toList();
            wanted.search().addTo(filter, List.of(), fields);
        }
    }

    /** As {@link #lock}, for its deletion: posts that have begun to refer to it are waited for. */
    Optional<Media> lockForDeletion(long id, Actor actor) {
        RowLocks.lockForDeletion(getEntityManager(), "media", List.of(id));
        return read(id, actor);
    }

    /** With its author, locked for a change; also empty if the caller may not see it. */
    Optional<Media> lock(long id, Actor actor) {
        // Before it is read: otherwise changes made while waiting for the lock would be lost.
        RowLocks.lock(getEntityManager(), "media", List.of(id));
        return read(id, actor);
    }

    /** For the server itself; empty if it is gone. */
    Optional<Media> lock(long id) {
        RowLocks.lock(getEntityManager(), "media", List.of(id));
        return findByIdOptional(id);
    }

    /** Those that exist. */
    Set<Long> lockAll(Collection<Long> ids) {
        return Set.copyOf(RowLocks.lock(getEntityManager(), "media", ids));
    }

    /** With their authors; those that exist and that the caller may see. */
    List<Media> read(Collection<Long> ids, Actor actor) {
        var filter = new Filter().and("m.id in :ids", "ids", ids);
        uploads.restrict(filter, "m.postId", actor);
        return list("select m from Media m join fetch m.author" + filter.where(), filter.params());
    }

    /** With its author; also empty if the caller may not see it. */
    Optional<Media> read(long id, Actor actor) {
        var filter = new Filter().and("m.id = :id", "id", id);
        uploads.restrict(filter, "m.postId", actor);
        return find("select m from Media m join fetch m.author" + filter.where(), filter.params())
                .singleResultOptional();
    }

    /** Without their authors; those that exist and that the caller may see. */
    List<Media> all(Collection<Long> ids, Actor actor) {
        var filter = new Filter().and("m.id in :ids", "ids", ids);
        uploads.restrict(filter, "m.postId", actor);
        return list("select m from Media m" + filter.where(), filter.params());
    }

    /** One of the media with this file that the caller may see, without its author. */
    Optional<Media> firstOf(long fileId, Actor actor) {
        var filter = new Filter().and("m.fileId = :file", "file", fileId);
        uploads.restrict(filter, "m.postId", actor);
        return find("select m from Media m" + filter.where() + " order by m.id", filter.params())
                .page(0, 1)
                .firstResultOptional();
    }

    /** Those that exist and whose files are at other sites. */
    Set<Long> withoutFile(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(find("select m.id from Media m where m.id in ?1 and m.fileId is null", ids)
                        .project(Long.class)
                        .list());
    }

    boolean isUsed(long fileId) {
        return count("fileId = ?1", fileId) > 0;
    }

    /** Whether a media item has the file of this key. */
    boolean isUsed(StorageKey key) {
        return count("fileId in (select f.id from MediaFile f where f.storageKey = ?1)", key.value()) > 0;
    }

    /** Whether the file of this media has no other. */
    boolean isLastOfFile(Media row) {
        return !row.isStoredHere() || count("fileId = ?1 and id <> ?2", row.fileId(), row.id()) == 0;
    }

    /** @return false if it is gone, or has a post */
    boolean attachIfFree(long id, long postId) {
        return update("postId = ?1 where id = ?2 and postId is null", postId, id) == 1;
    }

    List<Long> idsOf(long authorId) {
        return find("select m.id from Media m where m.author.id = ?1", authorId)
                .project(Long.class)
                .list();
    }

    /** Assigns all media of one user to another. */
    void reassign(long fromUserId, long toUserId, Instant now) {
        getEntityManager()
                .createQuery("update versioned Media m set m.author = :to, m.updatedAt = :now"
                        + " where m.author.id = :from")
                .setParameter("to", getEntityManager().getReference(User.class, toUserId))
                .setParameter("now", now)
                .setParameter("from", fromUserId)
                .executeUpdate();
    }
}
