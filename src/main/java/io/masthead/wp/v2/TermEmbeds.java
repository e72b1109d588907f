package io.masthead.wp.v2;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSummary;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The categories and tags of the posts that an answer shows, which came with the posts, and single
 * ones, of each taxonomy by one statement.
 */
@Singleton
class TermEmbeds implements EmbedSource {

    /** What a list shows that nobody pages through. */
    private static final int MOST = 10;

    private final TermService service;
    private final TermRights rights;
    private final Permalinks permalinks;

    TermEmbeds(TermService service, TermRights rights, Permalinks permalinks) {
        this.service = service;
        this.rights = rights;
        this.permalinks = permalinks;
    }

    @Override
    public Map<Target, Object> fetch(Set<Target> targets, WpRequest request) {
        var lists = new HashMap<Target, List<TermSummary>>();
        var singles = new HashMap<Target, TermSummary>();
        var posts = ShownPosts.byId(request);
        for (var taxonomy : TermTaxonomy.values()) {
            Target.ids(targets, taxonomy.ofPost()).stream()
                    .filter(posts::containsKey)
                    .forEach(id -> lists.put(taxonomy.ofPost().of(id), terms(posts.get(id), taxonomy)));
            // What is not there is left to its own refusal.
            service.find(taxonomy.kind(), Target.ids(targets, taxonomy.one()))
                    .forEach((id, term) -> singles.put(taxonomy.target(id), TermSummary.of(term)));
        }
        var all = new ArrayList<>(singles.values());
        lists.values().forEach(all::addAll);
        var addresses = permalinks.ofTermSummaries(all);
        var embedded = new HashMap<Target, Object>();
        lists.forEach((target, found) -> embedded.put(
                target,
                found.stream().map(term -> shown(term, addresses, request)).toList()));
        singles.forEach((target, term) -> embedded.put(target, shown(term, addresses, request)));
        return embedded;
    }

    private Map<String, Object> shown(TermSummary term, PermalinkBuilder addresses, WpRequest request) {
        return new TermShape(request, addresses, rights.allowed(term.id(), request.actor())).embedded(term);
    }

    /** In the order of their names. */
    private static List<TermSummary> terms(Post post, TermTaxonomy taxonomy) {
        var terms = taxonomy.isTree() ? post.categories() : post.tags();
        return terms.stream().limit(MOST).toList();
    }
}
