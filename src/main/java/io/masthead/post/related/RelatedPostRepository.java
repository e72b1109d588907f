package io.masthead.post.related;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.media.Media;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.Post;
import io.masthead.post.PostStatus;
import io.masthead.post.access.VisibleUploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;

@ApplicationScoped
class RelatedPostRepository {

    /** The number of posts of each term that are considered, so that a large category costs what a small one does. */
    static final int LATEST = 50;

    private final StatelessSession session;

    RelatedPostRepository(StatelessSession session) {
        this.session = session;
    }

    /** See {@link RelatedPosts#to}. */
    List<RelatedPost> sharing(long postId, List<Long> termIds, int most, Actor actor) {
        var picture = VisibleUploads.featured(actor);
        var filter = new Filter().bind("published", PostStatus.PUBLISHED).bind("self", postId);
        picture.params().forEach(filter::bind);
        // So that lists of different lengths share few queries.
        var terms = Filter.padded(termIds);
        var names = IntStream.range(0, terms.size())
                .mapToObj(number -> "term" + number)
                .toList();
        IntStream.range(0, terms.size()).forEach(number -> filter.bind(names.get(number), terms.get(number)));
        filter.and("p.id in ("
                + names.stream().map(RelatedPostRepository::latest).collect(Collectors.joining(" union ")) + ")");
        var shared = names.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        return FilteredQuery.of(
                        session,
                        Object[].class,
                        "select p, m, (select count(*) from PostTerm s where s.post = p and fk(s.term) in (" + shared
                                + ")) from Post p join fetch p.author left join Media m on " + picture.conditions(),
                        filter,
                        " order by 3 desc, p.sortAt desc, p.id desc")
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new RelatedPost((Post) row[0], (Media) row[1]))
                .toList();
    }

    private static String latest(String term) {
        return "(select x.post.id from PostTerm x where fk(x.term) = :" + term
                + " and x.status = :published and fk(x.post) <> :self"
                + " order by x.sortAt desc, fk(x.post) desc limit " + LATEST + ")";
    }
}
