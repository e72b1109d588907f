package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.post.Post;
import io.masthead.post.PostStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists of comments across posts, by number of rows and with exact totals. */
@ApplicationScoped
class CommentListRepository {

    /**
     * A comment with the post it is on and the e-mail address its author can be told by.
     *
     * @param avatarUrl the picture that its author has chosen; empty for none
     * @param answered null where it was not asked for
     */
    record Row(Comment comment, Post post, String email, String avatarUrl, Boolean answered) {

        private static Row of(Object[] row) {
            var comment = (Comment) row[0];
            var ofUser = (String) row[2];
            return new Row(
                    comment,
                    (Post) row[1],
                    ofUser == null ? comment.authorEmail() : ofUser,
                    Objects.requireNonNullElse((String) row[3], ""),
                    row.length > 4 ? ((Number) row[4]).longValue() > 0 : null);
        }
    }

    private static final String ROWS = "select c, p, u.email, u.avatarUrl from Comment c join Post p on p.id = c.postId"
            + " join fetch p.author left join User u on u.id = c.userId";
    private static final String COMMENTS = " from Comment c join Post p on p.id = c.postId";

    private final EntityManager entities;

    CommentListRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** As far as the caller may see them. Two statements. */
    Page<Row> search(CommentSlice slice, Actor actor) {
        var filter = conditions(slice.criteria(), CommentRights.moderates(actor));
        if (slice.criteria().email() == null) {
            VisibleComments.restrict(filter, actor, slice.unlockedPost());
        } else {
            // Whoever is shown no address must not find out whose a comment is by asking for it.
            KeptComments.restrict(filter, actor);
        }
        if (slice.order() == CommentOrder.AS_ASKED) {
            return inOrderOfIds(slice, filter);
        }
        var count = entities.createQuery("select count(*)" + COMMENTS + filter.where(), Long.class);
        filter.params().forEach(count::setParameter);
        var total = count.getSingleResult();
        if (slice.offset() >= total) {
            return Page.of(List.of(), slice.limit(), total);
        }
        var order = slice.order().by(slice.descending());
        var page = entities.createQuery(ROWS + filter.where() + order, Object[].class);
        filter.params().forEach(page::setParameter);
        var rows = page.setFirstResult(Math.toIntExact(slice.offset()))
                .setMaxResults(slice.limit())
                .getResultStream()
                .map(Row::of)
                .toList();
        return Page.of(rows, slice.limit(), total);
    }

    /** The ids that were asked for are few, so those that are found are sorted here. */
    private Page<Row> inOrderOfIds(CommentSlice slice, Filter filter) {
        var query = entities.createQuery("select c.id" + COMMENTS + filter.where(), Long.class);
        filter.params().forEach(query::setParameter);
        var found = new HashSet<>(query.getResultList());
        var ids = slice.criteria().ids().stream()
                .distinct()
                .filter(found::contains)
                .toList();
        var page = ids.stream().skip(slice.offset()).limit(slice.limit()).toList();
        var rows = new ArrayList<>(read(page));
        rows.sort(Comparator.comparing(row -> page.indexOf(row.comment().id())));
        return Page.of(rows, slice.limit(), (long) ids.size());
    }

    /** Those that are there, whoever asks. */
    List<Row> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(ROWS + " where c.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(Row::of)
                .toList();
    }

    /**
     * The latest that readers see on each of these posts, or under each of these comments, as far
     * as the caller may see them. One statement.
     *
     * @param most of each
     */
    Map<Long, List<Row>> latest(Group group, Collection<Long> owners, int most, Actor actor) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        var filter = conditions(CommentCriteria.SHOWN, false);
        filter.and(group.path + " in :owners", "owners", owners);
        VisibleComments.restrict(filter, actor, null);
        var ranked = "select c.id as id, row_number() over (partition by "
                + group.path
                + " order by c.createdAt desc, c.id desc) as place"
                + COMMENTS
                + filter.where();
        var answers = answers("c.parentId = x.id", actor);
        var query = entities.createQuery(
                "select x, q, v.email, v.avatarUrl, (select count(*)"
                        + COMMENTS
                        + answers.where()
                        + ") from Comment x join Post q on q.id = x.postId"
                        + " join fetch q.author left join User v on v.id = x.userId"
                        + " where x.id in (select r.id from ("
                        + ranked
                        + ") r where r.place <= :most)"
                        + " order by x.createdAt desc, x.id desc",
                Object[].class);
        filter.params().forEach(query::setParameter);
        answers.params().forEach(query::setParameter);
        var latest = new HashMap<Long, List<Row>>();
        query.setParameter("most", (long) most)
                .getResultStream()
                .map(Row::of)
                .forEach(row -> latest.computeIfAbsent(group.ownerOf(row.comment()), owner -> new ArrayList<>())
                        .add(row));
        return latest;
    }

    /** What comments are taken together by. */
    enum Group {
        POST("c.postId"),
        PARENT("c.parentId");

        private final String path;

        Group(String path) {
            this.path = path;
        }

        private Long ownerOf(Comment comment) {
            return this == POST ? Long.valueOf(comment.postId()) : comment.parentId();
        }
    }

    /** Which of these comments have an answer that the caller may see. */
    Set<Long> answered(Collection<Long> ids, Actor actor) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var filter = answers("c.parentId in :parents", actor).bind("parents", ids);
        var query = entities.createQuery("select distinct c.parentId" + COMMENTS + filter.where(), Long.class);
        filter.params().forEach(query::setParameter);
        return new HashSet<>(query.getResultList());
    }

    private static Filter answers(String toWhich, Actor actor) {
        var filter = new Filter().and(toWhich).and("c.status in :alive", "alive", VisibleComments.TOLD_TO_AUTHORS);
        VisibleComments.restrict(filter, actor, null);
        return filter;
    }

    private static Filter conditions(CommentCriteria wanted, boolean moderates) {
        var filter = new Filter()
                .and("c.id in :ids", "ids", wanted.ids())
                .and("c.id not in :notIds", "notIds", wanted.notIds())
                .and("c.postId in :posts", "posts", wanted.posts())
                .and("c.type in :types", "types", wanted.types())
                .and("c.status in :statuses", "statuses", wanted.statuses())
                .and("c.createdAt >= :from", "from", wanted.created().from())
                .and("c.createdAt < :until", "until", wanted.created().until());
        filter.and("p.status " + (wanted.trashedPosts() ? "=" : "<>") + " :trash", "trash", PostStatus.TRASHED);
        oneOf(filter, "c.parentId", "parents", wanted.parents());
        noneOf(filter, "c.parentId", "notParents", wanted.notParents());
        oneOf(filter, "c.userId", "authors", wanted.authors());
        noneOf(filter, "c.userId", "notAuthors", wanted.notAuthors());
        if (wanted.email() != null) {
            filter.and("c.emailKey = :email", "email", CommentAuthor.emailKey(wanted.email()));
        }
        if (wanted.search() != null) {
            search(filter, wanted.search(), moderates);
        }
        return filter;
    }

    /** 0 stands for no value. */
    private static void oneOf(Filter filter, String path, String name, List<Long> ids) {
        var some = path + " in :" + name;
        filter.and(ids.contains(0L) ? "(" + some + " or " + path + " is null)" : some, name, ids);
    }

    private static void noneOf(Filter filter, String path, String name, List<Long> ids) {
        filter.and("coalesce(" + path + ", 0) not in :" + name, name, ids);
    }

    private static void search(Filter filter, String words, boolean moderates) {
        var columns = new ArrayList<>(List.of("c.source", "c.authorName", "c.authorUrl"));
        if (moderates) {
            columns.addAll(List.of("c.authorEmail", "c.address"));
        }
        filter.and(
                "("
                        + String.join(
                                " or ",
                                columns.stream()
                                        .map(column -> column + " ilike :search escape '\\'")
                                        .toList())
                        + ")",
                "search",
                "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
}
