package io.masthead.permalink.redirect;

import io.masthead.permalink.Permalinks;
import io.masthead.permalink.SitePath;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All redirects of the site in one list, for static builds: those that administrators made, those of former slugs of
 * posts, pages, categories, tags, authors and media, and those of former permalink settings.
 */
@ApplicationScoped
@Transactional
public class RedirectList {

    private static final int MOVED_PERMANENTLY = 301;

    private final RedirectRepository redirects;
    private final FormerSlugRepository slugs;
    private final FormerAddressRedirects formerAddresses;
    private final Permalinks permalinks;
    private final SettingService settings;
    private final ReadTags reads;

    RedirectList(
            RedirectRepository redirects,
            FormerSlugRepository slugs,
            FormerAddressRedirects formerAddresses,
            Permalinks permalinks,
            SettingService settings,
            ReadTags reads) {
        this.redirects = redirects;
        this.slugs = slugs;
        this.formerAddresses = formerAddresses;
        this.permalinks = permalinks;
        this.settings = settings;
        this.reads = reads;
    }

    /**
     * Those of administrators come first, and of these the one that wins; then those of former slugs, then
     * those of former permalink settings. Only the number of posts of a site with such settings makes more statements.
     */
    @BoundedReads
    public List<ListedRedirect> all(RedirectQuery query) {
        var updatedFrom = query.updatedFrom();
        reads.add(Tags.REDIRECTS, Tags.POSTS, Tags.PAGES, Tags.TERMS, Tags.USERS, Tags.MEDIA, Tags.SETTINGS);
        var all = new ArrayList<ListedRedirect>();
        redirects.listed(updatedFrom).forEach(redirect -> all.add(listed(redirect)));
        if (!settings.get().addresses().structure().isPlain()) {
            Stream.of(
                            ofPosts(updatedFrom),
                            ofTerms(updatedFrom),
                            ofUsers(updatedFrom),
                            ofMedia(updatedFrom),
                            formerAddresses.all(query))
                    .flatMap(List::stream)
                    .forEach(all::add);
        }
        return all;
    }

    private ListedRedirect listed(Redirect redirect) {
        var target = redirect.target();
        return new ListedRedirect(
                redirect.id(),
                "/" + redirect.source(),
                redirect.match(),
                target != null && target.startsWith("/") ? settings.get().url() + target : target,
                redirect.status(),
                redirect.updatedAt());
    }

    private List<ListedRedirect> ofPosts(Instant updatedFrom) {
        var found = slugs.ofPosts(updatedFrom);
        var urls = permalinks.ofSources(found.stream()
                .flatMap(row -> Stream.of(row.current(), row.former()))
                .toList());
        // What stands at a path now wins, as it does where paths are resolved.
        var taken = slugs.atRoot(settings.get().addresses().structure());
        return found.stream()
                .map(row -> former(urls.post(row.former()), urls.post(row.current()), row.updatedAt()))
                .flatMap(Optional::stream)
                .filter(redirect -> !taken.contains(redirect.source().substring(1)))
                .toList();
    }

    private List<ListedRedirect> ofTerms(Instant updatedFrom) {
        var found = slugs.ofTerms(updatedFrom);
        var urls = permalinks.ofTermSummaries(
                found.stream().map(FormerSlugRepository.OfTerm::current).toList());
        return found.stream()
                .map(row -> former(urls.term(row.former()), urls.term(row.current()), row.updatedAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<ListedRedirect> ofUsers(Instant updatedFrom) {
        var urls = permalinks.plain();
        return slugs.ofUsers(updatedFrom).stream()
                .map(row ->
                        former(urls.author(row.id(), row.former()), urls.author(row.id(), row.slug()), row.updatedAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<ListedRedirect> ofMedia(Instant updatedFrom) {
        var found = slugs.ofMedia(updatedFrom);
        if (found.isEmpty()) {
            return List.of();
        }
        var urls = permalinks.ofMediaOfPosts(
                found.stream().map(FormerSlugRepository.OfMedia::postId).toList());
        var taken = slugs.atRoot(settings.get().addresses().structure());
        return found.stream()
                .map(row -> former(
                        urls.media(row.id(), row.former(), row.postId()),
                        urls.media(row.id(), row.slug(), row.postId()),
                        row.updatedAt()))
                .flatMap(Optional::stream)
                .filter(redirect -> !taken.contains(redirect.source().substring(1)))
                .toList();
    }

    /** Of all paths below it too, such as feeds and further parts; empty where the slug is not in the URL. */
    private Optional<ListedRedirect> former(String from, String to, Instant updatedAt) {
        var source = SitePath.ofOwn(from, settings.get());
        return from.equals(to) || source.path().isEmpty()
                ? Optional.empty()
                : Optional.of(new ListedRedirect(
                        null, "/" + source.path(), RedirectMatch.PREFIX, to, MOVED_PERMANENTLY, updatedAt));
    }
}
