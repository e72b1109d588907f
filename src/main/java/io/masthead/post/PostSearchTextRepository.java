package io.masthead.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The columns that searches compare, stored beside the posts. */
@ApplicationScoped
class PostSearchTextRepository {

    private final EntityManager entities;

    PostSearchTextRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Updates what searches find. */
    void makeSearchable(Post post, PostBody body) {
        var known = entities.find(PostSearchText.class, post.id());
        if (known == null) {
            entities.persist(new PostSearchText(post, body));
        } else {
            known.write(post, body);
        }
    }

    /**
     * Makes posts searchable that are not yet. If another node does the same, or saves one of them, its newer
     * text stays; the second transaction is refused the row, is repeated, and then finds it.
     *
     * @param after only posts with greater ids
     * @return the ids of the posts that were checked, in ascending order, at most the limit
     */
    List<Long> fillSearchTexts(long after, int limit) {
        var rows = entities.createQuery(
                        "select p, b from Post p join PostBody b on b.postId = p.id"
                                + " where p.id > :after"
                                + " and not exists (select 1 from PostSearchText w"
                                + " where w.postId = p.id) order by p.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        for (var row : rows) {
            var text = new PostSearchText((Post) row[0], (PostBody) row[1]);
            entities.createNativeQuery("insert into post_search (post_id, title, excerpt, body)"
                            + " values (:id, :title, :excerpt, :body)"
                            + " on conflict do nothing")
                    .setParameter("id", ((Post) row[0]).id())
                    .setParameter("title", text.title())
                    .setParameter("excerpt", text.excerpt())
                    .setParameter("body", text.body())
                    .executeUpdate();
        }
        entities.clear();
        return rows.stream().map(row -> ((Post) row[0]).id()).toList();
    }
}
