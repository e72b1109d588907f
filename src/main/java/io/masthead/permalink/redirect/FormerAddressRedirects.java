package io.masthead.permalink.redirect;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.PermalinkSource;
import io.masthead.permalink.Permalinks;
import io.masthead.permalink.SitePath;
import io.masthead.post.PostType;
import io.masthead.setting.AddressSettings;
import io.masthead.setting.FormerAddresses;
import io.masthead.setting.PermalinkStructure;
import io.masthead.setting.PermalinkStructure.Tag;
import io.masthead.setting.SettingService;
import io.masthead.setting.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The redirects of former permalink settings: one rule for each former beginning of categories, tags and authors, and one
 * for each published post. A pattern for all posts would be shorter, but would also match what stands elsewhere now,
 * and a former address rarely has all that the current one is made of.
 *
 * <p>Posts are read in pages by their ids, each in at most six statements.
 */
@ApplicationScoped
class FormerAddressRedirects {

    /** Each makes the list longer by all posts. */
    static final int MAX_SETTINGS = 5;

    private static final int PER_PAGE = 500;
    private static final int MOVED_PERMANENTLY = 301;
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:/\\d{2}(?:/\\d{2})?)?");

    /** A post as it was, or is, when its address was made of other settings. */
    private record Moved(PermalinkSource former, PermalinkSource current, Instant updatedAt) {}

    private final PublishedRepository published;
    private final FormerSlugRepository slugs;
    private final Permalinks permalinks;
    private final SettingService settings;

    FormerAddressRedirects(
            PublishedRepository published, FormerSlugRepository slugs, Permalinks permalinks, SettingService settings) {
        this.published = published;
        this.slugs = slugs;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    /** The settings that were replaced last come first, and for one source only their redirect is listed. */
    List<ListedRedirect> all(RedirectQuery query) {
        var former = settings.formerAddresses().stream()
                .filter(one -> !one.addresses().structure().isPlain())
                .limit(MAX_SETTINGS)
                .toList();
        if (former.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, ListedRedirect>();
        addBeginnings(former, query, found);
        // Those that have been replaced since lead to posts that did not change.
        var since = former.stream().anyMatch(one -> query.includes(one.replacedAt())) ? null : query.updatedFrom();
        add(
                slugs.ofPosts(since).stream()
                        .filter(row -> row.current().type() == PostType.POST)
                        .map(row -> new Moved(row.former(), row.current(), row.updatedAt()))
                        .toList(),
                former,
                query,
                found);
        long last = 0;
        while (true) {
            var page = published.posts(last, since, PER_PAGE);
            add(
                    page.stream()
                            .map(post -> new Moved(post.source(), post.source(), post.updatedAt()))
                            .toList(),
                    former,
                    query,
                    found);
            if (page.size() < PER_PAGE) {
                return List.copyOf(found.values());
            }
            last = page.get(page.size() - 1).source().id();
        }
    }

    /** Of categories, tags and authors: all paths below what they began with. */
    private void addBeginnings(List<FormerAddresses> former, RedirectQuery query, Map<String, ListedRedirect> found) {
        var current = settings.get().addresses();
        var moved = new ArrayList<ListedRedirect>();
        for (var one : former) {
            var roots = roots(one.addresses());
            for (int i = 0; i < roots.size(); i++) {
                var source = roots.get(i);
                if (!roots(current).contains(source) && query.includes(one.replacedAt())) {
                    moved.add(new ListedRedirect(
                            null,
                            "/" + source,
                            RedirectMatch.PREFIX,
                            settings.get().url() + "/" + roots(current).get(i),
                            MOVED_PERMANENTLY,
                            one.replacedAt()));
                }
            }
        }
        var standing = standing(moved.stream().map(ListedRedirect::source).toList());
        moved.stream()
                .filter(redirect -> !standing.contains(redirect.source()))
                .forEach(redirect -> found.putIfAbsent(redirect.source(), redirect));
    }

    private static List<String> roots(AddressSettings addresses) {
        return Stream.of(
                        addresses.categoryRoot(),
                        addresses.tagRoot(),
                        addresses.structure().front().substring(1) + "author/")
                .map(root -> root.substring(0, root.length() - 1))
                .toList();
    }

    private void add(
            List<Moved> posts, List<FormerAddresses> former, RedirectQuery query, Map<String, ListedRedirect> found) {
        if (posts.isEmpty()) {
            return;
        }
        var site = settings.get();
        var urls = permalinks.ofSourcesBy(
                posts.stream()
                        .flatMap(post -> Stream.of(post.former(), post.current()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                former.stream().map(FormerAddresses::addresses).toList());
        var moved = new ArrayList<ListedRedirect>();
        for (var one : former) {
            var before = urls.by(one.addresses());
            for (var post : posts) {
                var redirect = redirect(post, one, before, urls, site);
                if (redirect != null && query.includes(redirect.updatedAt())) {
                    moved.add(redirect);
                }
            }
        }
        var standing = standing(moved.stream().map(ListedRedirect::source).toList());
        moved.stream()
                .filter(redirect -> !standing.contains(redirect.source()))
                .forEach(redirect -> found.putIfAbsent(redirect.source(), redirect));
    }

    /** Null where the address is the current one, or that of an archive. */
    private static ListedRedirect redirect(
            Moved post, FormerAddresses former, PermalinkBuilder before, PermalinkBuilder now, SiteSettings site) {
        var target = now.post(post.current());
        var path = SitePath.ofOwn(before.post(post.former()), site).path();
        if (path.isEmpty() || path.equals(SitePath.ofOwn(target, site).path()) || isArchive(path, site.addresses())) {
            return null;
        }
        return new ListedRedirect(
                null,
                "/" + path,
                match(former.addresses().structure()),
                target,
                MOVED_PERMANENTLY,
                post.updatedAt().isAfter(former.replacedAt()) ? post.updatedAt() : former.replacedAt());
    }

    /** Below a path that may also be that of a page, a category or an archive there is other content. */
    private static RedirectMatch match(PermalinkStructure structure) {
        return structure.has(Tag.YEAR) || structure.front().length() > 1 ? RedirectMatch.PREFIX : RedirectMatch.EXACT;
    }

    private static boolean isArchive(String path, AddressSettings current) {
        var structure = current.structure();
        var beginning = structure.front().substring(1) + structure.archiveBase();
        return roots(current).contains(path)
                || (path.startsWith(beginning)
                        && DATE.matcher(path.substring(beginning.length())).matches());
    }

    /** Those of these paths where something else stands now, which wins as it does where paths are resolved. */
    private Set<String> standing(Collection<String> paths) {
        var names = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        var named = published.named(names);
        var urls = permalinks.ofSources(named);
        var standing = new HashSet<String>();
        named.forEach(one -> standing.add(
                "/" + SitePath.ofOwn(urls.post(one), settings.get()).path()));
        return standing;
    }
}
