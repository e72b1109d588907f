package io.masthead.wp.v2;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermService;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The categories and tags of the posts that an answer shows, which came with the posts, and single
 * ones, of each taxonomy by one statement.
 */
@Singleton
class TermEmbeds implements EmbedSource {

    /** What a list shows that nobody pages through. */
    private static final int MOST = 10;

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final TermService service;
    private final TermRights rights;
    private final Permalinks permalinks;

    TermEmbeds(TermService service, TermRights rights, Permalinks permalinks) {
        this.service = service;
        this.rights = rights;
        this.permalinks = permalinks;
    }

    @Override
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var lists = new HashMap<String, List<Term>>();
        var singles = new HashMap<String, Term>();
        for (var taxonomy : TermTaxonomy.values()) {
            lists.putAll(ofPosts(taxonomy, hrefs, request));
            singles.putAll(singles(taxonomy, hrefs, request));
        }
        var all = new ArrayList<>(singles.values());
        lists.values().forEach(all::addAll);
        var addresses = permalinks.ofTerms(all);
        var embedded = new HashMap<String, Object>();
        lists.forEach((href, found) -> embedded.put(
                href,
                found.stream().map(term -> shown(term, addresses, request)).toList()));
        singles.forEach((href, term) -> embedded.put(href, shown(term, addresses, request)));
        return embedded;
    }

    private Map<String, Object> shown(Term term, PermalinkBuilder addresses, WpRequest request) {
        return new TermShape(request, addresses, rights.methods(request.actor(), term)).embedded(term);
    }

    private static Map<String, List<Term>> ofPosts(TermTaxonomy taxonomy, Collection<String> hrefs, WpRequest request) {
        var posts = ShownPosts.byId(request);
        var found = new HashMap<String, List<Term>>();
        ids(hrefs, request.url(taxonomy.route() + "?post=")).forEach((href, id) -> {
            if (posts.containsKey(id)) {
                found.put(href, terms(posts.get(id), taxonomy));
            }
        });
        return found;
    }

    /** What is not there is left to its own refusal. */
    private Map<String, Term> singles(TermTaxonomy taxonomy, Collection<String> hrefs, WpRequest request) {
        var ids = ids(hrefs, request.url(taxonomy.route() + "/"));
        var terms = service.find(taxonomy.kind(), Set.copyOf(ids.values()));
        var found = new HashMap<String, Term>();
        ids.forEach((href, id) -> {
            if (terms.containsKey(id)) {
                found.put(href, terms.get(id));
            }
        });
        return found;
    }

    private static Map<String, Long> ids(Collection<String> hrefs, String before) {
        var ids = new HashMap<String, Long>();
        for (var href : hrefs) {
            if (href.startsWith(before)
                    && ID.matcher(href.substring(before.length())).matches()) {
                ids.put(href, Long.valueOf(href.substring(before.length())));
            }
        }
        return ids;
    }

    /** In the order of their names. */
    private static List<Term> terms(Post post, TermTaxonomy taxonomy) {
        var terms = taxonomy.isTree() ? post.categories() : post.tags();
        return terms.stream().limit(MOST).toList();
    }
}
