package io.masthead.post.search;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Paginator;
import io.masthead.kernel.WordSearch;
import io.masthead.post.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order clause of a list of posts {@code p}, and its bound values. Search results are ordered by their
 * {@link io.masthead.post.PostSearchText} {@code r}.
 */
public final class PostOrderClause {

    private static final int OTHERS = 6;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final String direction;

    private PostOrderClause(PostQuery query) {
        this.direction = query.descending() ? " desc" : "";
    }

    /** For orders that support a cursor, the paginator has the clause. */
    public static PostOrderClause of(PostQuery query, PostListPlan source, Paginator<Post> paginator) {
        var order = new PostOrderClause(query);
        var constants = source.constants(query);
        if (query.hasCursor()) {
            order.keys.addAll(paginator.orderKeys(constants));
        } else {
            order.addKeys(query, constants);
        }
        return order;
    }

    private void addKeys(PostQuery query, List<String> constants) {
        if (query.stickyFirst()) {
            // The leading column of the index on sticky posts.
            constants.stream().limit(1).forEach(path -> keys.add(path + direction));
            keys.add("p.sticky desc");
            constants.stream().skip(1).forEach(path -> keys.add(path + direction));
        }
        switch (query.sort()) {
            case ID -> {}
            case LISTED_IDS -> asListed("p.id", query.filter().ids().any());
            case LISTED_SLUGS -> asListed("p.slug", query.filter().slugs().stored());
            case RELEVANCE -> {
                byRelevance(query.filter().search());
                keys.add(PostSort.PUBLISHED.path() + direction);
            }
            default -> keys.add(query.sort().path() + direction);
        }
        keys.add("p.id" + direction);
    }

    public String clause() {
        return " order by " + String.join(", ", keys);
    }

    public Map<String, Object> params() {
        return params;
    }

    private void asListed(String path, List<?> values) {
        var cases = new StringBuilder("case ").append(path);
        int place = 0;
        for (var value : Filter.padded(values.stream().distinct().toList())) {
            cases.append(" when :place").append(place).append(" then ").append(place);
            params.put("place" + place, value);
            place++;
        }
        keys.add(cases.append(" else ").append(place).append(" end").toString());
    }

    /**
     * Ignores protected excerpts and texts for everybody: the position in a list would reveal their content.
     */
    private void byRelevance(TextSearch search) {
        var inTitle = new ArrayList<String>();
        for (var word : search.words()) {
            inTitle.add("r.title like :rank%d escape '\\'".formatted(inTitle.size()));
            params.put("rank" + (inTitle.size() - 1), WordSearch.pattern(word));
        }
        params.put("phrase", WordSearch.pattern(search.phrase()));
        var cases = new ArrayList<String>();
        cases.add("r.title like :phrase escape '\\'");
        if (!inTitle.isEmpty()) {
            cases.add(String.join(" and ", inTitle));
            cases.add(String.join(" or ", inTitle));
        }
        cases.add("p.password is null and r.excerpt like :phrase escape '\\'");
        cases.add("p.password is null and r.body like :phrase escape '\\'");
        var rank = new StringBuilder("case");
        for (int i = 0; i < cases.size(); i++) {
            rank.append(" when ").append(cases.get(i)).append(" then ").append(i + 1);
        }
        keys.add(rank.append(" else ").append(OTHERS).append(" end").toString());
    }
}
