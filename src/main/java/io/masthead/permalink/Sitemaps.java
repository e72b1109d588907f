package io.masthead.permalink;

import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.PostType;
import io.masthead.post.event.PostTags;
import io.masthead.taxonomy.TermKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public URLs, in parts of {@value #PART}. A part takes one statement, and those of {@link Permalinks};
 * past the end it is empty.
 */
@ApplicationScoped
@Transactional
public class Sitemaps {

    public static final int PART = 2_000;

    private final SitemapRepository repository;
    private final Permalinks permalinks;
    private final ReadTags reads;

    Sitemaps(SitemapRepository repository, Permalinks permalinks, ReadTags reads) {
        this.repository = repository;
        this.permalinks = permalinks;
        this.reads = reads;
    }

    public SitemapSizes sizes() {
        reads.add(Tags.POSTS, Tags.PAGES, Tags.TERMS, Tags.USERS);
        return repository.sizes();
    }

    /** @param part 1 for the first */
    public List<SitemapEntry> posts(PostType type, int part) {
        reads.add(PostTags.all(type), Tags.USERS);
        var rows = repository.posts(type, first(part), PART);
        var addresses = permalinks.ofSources(
                rows.stream().map(SitemapRepository.Row::place).toList());
        return rows.stream()
                .map(row -> new SitemapEntry(addresses.post(row.place()), row.updatedAt()))
                .toList();
    }

    /** The front page of the site, which changes with every post. */
    public SitemapEntry front() {
        reads.add(Tags.POSTS);
        return new SitemapEntry(
                permalinks.plain().home(), repository.latestChange().orElse(null));
    }

    /**
     * Terms of published posts.
     *
     * @param part 1 for the first
     */
    public List<SitemapEntry> terms(TermKind kind, int part) {
        reads.add(Tags.TERMS);
        var terms = repository.terms(kind, first(part), PART);
        var addresses = permalinks.ofTerms(terms);
        return entries(terms.stream().map(addresses::term));
    }

    /** Formats of published posts. */
    public List<SitemapEntry> formats() {
        reads.add(Tags.POSTS);
        var addresses = permalinks.plain();
        return entries(repository.formats().stream().map(addresses::format));
    }

    /**
     * Authors of published posts.
     *
     * @param part 1 for the first
     */
    public List<SitemapEntry> authors(int part) {
        reads.add(Tags.USERS);
        var addresses = permalinks.plain();
        return entries(repository.authors(first(part), PART).stream()
                .map(author -> addresses.author(author.id(), author.slug())));
    }

    private static List<SitemapEntry> entries(Stream<String> addresses) {
        return addresses.map(address -> new SitemapEntry(address, null)).toList();
    }

    private static int first(int part) {
        return Math.multiplyExact(part - 1, PART);
    }
}
