package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.imports.wxr.WxrHandler;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrSite;
import io.masthead.imports.wxr.WxrTerm;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first pass over all files: counts everything and stores nothing. */
final class PreflightPass implements WxrHandler {

    /** The maximum of different kinds; the rest is counted as one, since no real file has more. */
    private static final int MAX_KINDS = 100;

    private static final int MAX_SITE = 500;

    /**
     * The number of records of a kind.
     *
     * @param carried false for an unsupported kind
     */
    record Found(boolean carried, int count) {

        Found one() {
            return new Found(carried, count + 1);
        }
    }

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Set<String> logins = new HashSet<>();
    private final UnmappedFieldReport unmappedFields = new UnmappedFieldReport();
    private final Set<String> authors = new HashSet<>();
    private WxrSite site;
    private String siteKey;
    private String otherSite;
    private int records;
    private long highestContent;
    private long highestTerm;
    private long highestComment;
    private long highestUser;

    @Override
    public void site(WxrSite told) {
        var key = keyOf(told);
        if (site == null) {
            site = told;
            siteKey = key;
        } else if (!ImportSources.isSame(key, siteKey)) {
            otherSite = key;
        }
    }

    @Override
    public void author(WxrAuthor author) {
        records++;
        logins.add(author.login());
        // Each file of an archive may list all authors.
        if (authors.add(author.login())) {
            count(Kinds.USERS, true);
        }
        highestUser = higher(highestUser, author.id());
    }

    @Override
    public void term(WxrTerm term) {
        records++;
        // Newer exports contain some terms twice, and each file of an archive may list all.
        if (terms.add(TermWriter.key(term.taxonomy(), term.slug()))) {
            count(Kinds.ofTaxonomy(term.taxonomy()), Kinds.isCarried(term.taxonomy()));
            if (Kinds.isTerm(term.taxonomy())) {
                unmappedFields.note(term);
            }
        }
        if (Kinds.isCarried(term.taxonomy())) {
            highestTerm = higher(highestTerm, term.id());
        }
    }

    @Override
    public void item(WxrItem item) {
        records++;
        boolean carried = Kinds.isCarried(item);
        count(Kinds.ofItem(item), carried);
        if (Kinds.isMenuItem(item)) {
            unmappedFields.noteMenuItem(item);
            highestContent = higher(highestContent, item.id());
        } else if (carried) {
            logins.add(item.creator());
            unmappedFields.note(item);
            highestContent = higher(highestContent, item.id());
            for (WxrComment comment : item.comments()) {
                count(Kinds.COMMENTS, true);
                highestComment = higher(highestComment, comment.id());
            }
        }
    }

    /** The site as the first file describes it. */
    WxrSite site() {
        return site;
    }

    /** What identifies the site here, since it may be exported under http and under https. */
    String siteKey() {
        return siteKey;
    }

    /** Why these files cannot be imported together. */
    Optional<String> refusal() {
        return Optional.ofNullable(otherSite)
                .map(other ->
                        "The archive has exports of several sites, such as %s and %s; import each site on its own."
                                .formatted(siteKey, other));
    }

    /** The logins of all authors, including those that only items name. */
    Set<String> logins() {
        return logins;
    }

    UnmappedFieldReport unmappedFields() {
        return unmappedFields;
    }

    Map<String, Found> found() {
        return found;
    }

    /** Authors, terms and items. */
    int records() {
        return records;
    }

    long highestContent() {
        return highestContent;
    }

    long highestTerm() {
        return highestTerm;
    }

    long highestComment() {
        return highestComment;
    }

    long highestUser() {
        return highestUser;
    }

    private static String keyOf(WxrSite site) {
        return SourceText.of(ImportSources.withoutScheme(site.url()), MAX_SITE);
    }

    private void count(String kind, boolean carried) {
        var known = carried || found.containsKey(kind) || found.size() < MAX_KINDS;
        found.merge(known ? kind : "other", new Found(carried, 1), (a, b) -> a.one());
    }

    private static long higher(long highest, Long id) {
        return id == null || !SourceIds.isUsable(id) ? highest : Math.max(highest, id);
    }
}
