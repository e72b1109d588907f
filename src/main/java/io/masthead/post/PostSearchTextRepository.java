package io.masthead.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What searches look into, kept beside the posts. */
@ApplicationScoped
class PostSearchTextRepository {

    private final EntityManager entities;

    PostSearchTextRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Lets searches find what a post says now. */
    void makeSearchable(Post post, PostBody body) {
        var known = entities.find(PostSearchText.class, post.id());
        if (known == null) {
            entities.persist(new PostSearchText(post, body));
        } else {
            known.write(post, body);
        }
    }

    /**
     * Makes posts searchable that are not. Another node may be doing the same, or storing one of
     * them: its words stay, being newer. Its transaction, where it comes second, is refused the row
     * and repeated, and then finds it.
     *
     * @param after only those with greater ids
     * @return the ids of those that were looked at, in ascending order, at most the limit
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
