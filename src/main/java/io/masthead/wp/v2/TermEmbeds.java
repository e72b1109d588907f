package io.masthead.wp.v2;

import io.masthead.post.Post;
import io.masthead.post.permalink.Permalinks;
import io.masthead.taxonomy.Term;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The categories and tags of the posts that an answer shows, which came with the posts. */
@Singleton
class TermEmbeds implements EmbedSource {

    /** What a list shows that nobody pages through. */
    private static final int MOST = 10;

    private final TermRights rights;
    private final Permalinks permalinks;

    TermEmbeds(TermRights rights, Permalinks permalinks) {
        this.rights = rights;
        this.permalinks = permalinks;
    }

    @Override
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var posts = ShownPosts.byId(request);
        var wanted = new HashMap<String, List<Term>>();
        for (var taxonomy : TermTaxonomy.values()) {
            var list = request.url(taxonomy.route() + "?post=");
            for (var href : hrefs) {
                var post = href.startsWith(list) ? posts.get(id(href, list)) : null;
                if (post != null) {
                    wanted.put(href, terms(post, taxonomy));
                }
            }
        }
        var all = new ArrayList<Term>();
        wanted.values().forEach(all::addAll);
        var addresses = permalinks.ofTerms(all);
        var embedded = new HashMap<String, Object>();
        wanted.forEach(
                (href, terms) ->
                        embedded.put(
                                href,
                                terms.stream()
                                        .map(
                                                term ->
                                                        new TermShape(
                                                                        request,
                                                                        addresses,
                                                                        rights.methods(
                                                                                request.actor(),
                                                                                term))
                                                                .embedded(term))
                                        .toList()));
        return embedded;
    }

    private static long id(String href, String list) {
        return Long.parseLong(href.substring(list.length()));
    }

    /** In the order of their names. */
    private static List<Term> terms(Post post, TermTaxonomy taxonomy) {
        var terms = taxonomy.isTree() ? post.categories() : post.tags();
        return terms.stream().limit(MOST).toList();
    }
}
