package io.masthead.imports;

import io.masthead.imports.ImportReferences.Reference;
import io.masthead.imports.item.ContentReferences;
import io.masthead.imports.item.Kinds;
import io.masthead.pattern.PatternImport;
import io.masthead.post.PostImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Gives texts the ids that what they show has here, where those of the exported site were taken. */
@ApplicationScoped
class ReferencesInTexts {

    private final PostImport posts;
    private final PatternImport patterns;
    private final ImportReferences references;
    private final ImportMappings mappings;

    ReferencesInTexts(PostImport posts, PatternImport patterns, ImportReferences references, ImportMappings mappings) {
        this.posts = posts;
        this.patterns = patterns;
        this.references = references;
        this.mappings = mappings;
    }

    /**
     * Changes the texts of posts, pages and patterns.
     *
     * @param resolved all resolvable references of one kind of each owner
     * @return the owners whose references must wait: an id that would be written is also one that a later file may
     *     change, and nobody could tell the two apart
     */
    Set<Long> renumber(
            ImportContext context, ContentReferences.Kind kind, List<Reference> resolved, ImportReport report) {
        var changes = new HashMap<Long, Map<String, String>>();
        for (var reference : resolved) {
            var id = id(reference.sourceKey());
            var target = String.valueOf(reference.targetId());
            if (!id.equals(target)) {
                changes.computeIfAbsent(reference.ownerId(), owner -> new HashMap<>())
                        .put(id, target);
            }
        }
        if (changes.isEmpty()) {
            return Set.of();
        }
        var waiting = new HashSet<Long>();
        references
                .unresolvedKeys(context, ImportReferences.inContent(kind), changes.keySet())
                .forEach((owner, keys) -> {
                    if (keys.stream().anyMatch(key -> changes.get(owner).containsValue(id(key)))) {
                        waiting.add(owner);
                    }
                });
        changes.keySet().removeAll(waiting);
        BiFunction<Long, String, String> change = (owner, source) ->
                ContentReferences.replace(source, kind, id -> changes.get(owner).getOrDefault(id, id));
        posts.lock(changes.keySet());
        var refused = new ArrayList<>(posts.rewrite(changes.keySet(), change));
        refused.addAll(patterns.rewrite(changes.keySet(), change));
        refused.forEach(owner -> report.warn(
                Kinds.ADDRESSES,
                mappings.keyOf(context.source(), ImportMappings.POST, owner),
                "",
                "Ids of what this text shows were not changed: the text is too complex to be rendered again."));
        return waiting;
    }

    /** Those of terms and users begin with what they are. */
    private static String id(String key) {
        return key.substring(Math.max(key.indexOf('#'), key.indexOf(':')) + 1);
    }
}
