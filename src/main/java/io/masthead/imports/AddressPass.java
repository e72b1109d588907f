package io.masthead.imports;

import io.masthead.imports.files.AddressRewriting;
import io.masthead.imports.files.SiteHosts;
import io.masthead.imports.item.Kinds;
import io.masthead.media.MediaImport;
import io.masthead.media.address.FormerPaths;
import io.masthead.pattern.PatternImport;
import io.masthead.platform.db.Transactions;
import io.masthead.post.PostImport;
import io.masthead.setting.ApiUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changes addresses of files in the posts, pages and patterns that came from a site, by this or earlier imports, if this
 * server has the files. Texts that were edited here since are changed too, but nothing else in them.
 */
@ApplicationScoped
class AddressPass {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int POSTS = 50;
    private static final int PATTERNS = 1_000;

    private final ImportRepository imports;
    private final ImportMappings mappings;
    private final PostImport posts;
    private final PatternImport patterns;
    private final MediaImport media;
    private final FormerPaths formerPaths;
    private final ApiUrl apiUrl;
    private final Clock clock;

    AddressPass(
            ImportRepository imports,
            ImportMappings mappings,
            PostImport posts,
            PatternImport patterns,
            MediaImport media,
            FormerPaths formerPaths,
            ApiUrl apiUrl,
            Clock clock) {
        this.imports = imports;
        this.mappings = mappings;
        this.posts = posts;
        this.patterns = patterns;
        this.media = media;
        this.formerPaths = formerPaths;
        this.apiUrl = apiUrl;
        this.clock = clock;
    }

    /** @param pauseIfStopping is called between batches */
    void run(ImportContext context, SiteHosts site, Runnable pauseIfStopping) {
        if (!context.options().rewriteAddresses()) {
            return;
        }
        var rewriting = new AddressRewriting(site, apiUrl.get());
        do {
            pauseIfStopping.run();
        } while (Transactions.requiringNew(TIMEOUT).call(() -> rewriteSome(context, rewriting)));
    }

    /** False if no posts are left, and patterns have been changed, too. */
    private boolean rewriteSome(ImportContext context, AddressRewriting rewriting) {
        var run = imports.findById(context.importId(), LockModeType.PESSIMISTIC_WRITE);
        if (run.status() != ImportStatus.RUNNING) {
            throw new IllegalStateException("Import " + run.id() + " has been taken over by another node");
        }
        var some = mappings.after(context.source(), ImportMappings.POST, run.rewrittenKey(), POSTS);
        var report = new ImportReport();
        if (some.isEmpty()) {
            var all = mappings.after(context.source(), ImportMappings.PATTERN, "", PATTERNS);
            rewrite(context, rewriting, all, patterns::sources, patterns::rewrite, report);
        } else {
            rewrite(context, rewriting, some, posts::sources, posts::rewrite, report);
            run.rewrote(some.get(some.size() - 1).sourceKey(), clock.instant());
        }
        report.store(run, imports);
        return !some.isEmpty();
    }

    /** Changes texts, and returns the ids of those that would be too expensive to render. */
    private interface Rewriting {
        List<Long> rewrite(Collection<Long> ids, BiFunction<Long, String, String> change);
    }

    private void rewrite(
            ImportContext context,
            AddressRewriting rewriting,
            List<ImportMapping> some,
            Function<Collection<Long>, List<String>> sources,
            Rewriting texts,
            ImportReport report) {
        var keys = new TreeMap<Long, String>();
        some.forEach(mapping -> keys.put(mapping.targetId(), mapping.sourceKey()));
        var paths = new HashSet<String>();
        sources.apply(keys.keySet()).forEach(source -> paths.addAll(rewriting.paths(source)));
        var here = here(context, paths);
        var results = new HashMap<Long, List<AddressRewriting.Rewritten>>();
        var refused = texts.rewrite(keys.keySet(), (id, source) -> {
            var rewritten = rewriting.rewrite(source, here);
            results.computeIfAbsent(id, key -> new ArrayList<>()).add(rewritten);
            return rewritten.text();
        });
        results.forEach((id, found) -> found.forEach(rewritten ->
                report.add(Kinds.ADDRESSES, rewritten.found(), refused.contains(id) ? 0 : rewritten.changed())));
        refused.forEach(id -> report.warn(
                Kinds.ADDRESSES,
                keys.get(id),
                "",
                "The addresses in this text were not changed: the text is too complex to be rendered again."));
    }

    /** Another site that was imported may have had a file at the same path. */
    private Set<String> here(ImportContext context, Set<String> paths) {
        var owners = formerPaths.mediaOf(paths);
        var ofSite = new HashSet<>(mappings.of(context.source(), ImportMappings.MEDIA, Set.copyOf(owners.values())));
        ofSite.removeAll(media.withoutFile(ofSite));
        return owners.entrySet().stream()
                .filter(entry -> ofSite.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
