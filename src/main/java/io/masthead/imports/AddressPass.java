package io.masthead.imports;

import io.masthead.imports.files.AddressRewriting;
import io.masthead.imports.files.SiteHosts;
import io.masthead.imports.item.Kinds;
import io.masthead.media.MediaImport;
import io.masthead.media.address.FormerPaths;
import io.masthead.platform.db.Transactions;
import io.masthead.post.PostImport;
import io.masthead.setting.ApiUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes addresses of files in the posts and pages that came from a site, by this or earlier imports, if this server
 * has the files. Texts that were edited here since are changed too, but nothing else in them.
 */
@ApplicationScoped
class AddressPass {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int POSTS = 50;

    private final ImportRepository imports;
    private final ImportMappings mappings;
    private final PostImport posts;
    private final MediaImport media;
    private final FormerPaths formerPaths;
    private final ApiUrl apiUrl;
    private final Clock clock;

    AddressPass(
            ImportRepository imports,
            ImportMappings mappings,
            PostImport posts,
            MediaImport media,
            FormerPaths formerPaths,
            ApiUrl apiUrl,
            Clock clock) {
        this.imports = imports;
        this.mappings = mappings;
        this.posts = posts;
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

    /** False if no posts are left. */
    private boolean rewriteSome(ImportContext context, AddressRewriting rewriting) {
        var run = imports.findById(context.importId(), LockModeType.PESSIMISTIC_WRITE);
        if (run.status() != ImportStatus.RUNNING) {
            throw new IllegalStateException("Import " + run.id() + " has been taken over by another node");
        }
        var some = mappings.after(context.source(), ImportMappings.POST, run.rewrittenKey(), POSTS);
        if (some.isEmpty()) {
            return false;
        }
        var report = new ImportReport();
        var keys = new TreeMap<Long, String>();
        some.forEach(mapping -> keys.put(mapping.targetId(), mapping.sourceKey()));
        var paths = new HashSet<String>();
        posts.sources(keys.keySet()).forEach(source -> paths.addAll(rewriting.paths(source)));
        var here = here(context, paths);
        var results = new HashMap<Long, List<AddressRewriting.Rewritten>>();
        var refused = posts.rewrite(keys.keySet(), (id, source) -> {
            var rewritten = rewriting.rewrite(source, here);
            results.computeIfAbsent(id, key -> new ArrayList<>()).add(rewritten);
            return rewritten.text();
        });
        results.forEach((id, texts) -> texts.forEach(rewritten ->
                report.add(Kinds.ADDRESSES, rewritten.found(), refused.contains(id) ? 0 : rewritten.changed())));
        refused.forEach(id -> report.warn(
                Kinds.ADDRESSES,
                keys.get(id),
                "",
                "The addresses in this text were not changed: the text is too complex to be rendered again."));
        report.store(run, imports);
        run.rewrote(some.get(some.size() - 1).sourceKey(), clock.instant());
        return true;
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
