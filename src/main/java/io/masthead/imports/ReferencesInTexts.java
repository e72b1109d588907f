package io.masthead.imports;

import io.masthead.imports.ImportReferences.Reference;
import io.masthead.imports.item.ContentReferences;
import io.masthead.pattern.PatternImport;
import io.masthead.post.PostImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Gives texts the ids that what they show has here, where those of the exported site were taken. */
@ApplicationScoped
class ReferencesInTexts {

    private final PostImport posts;
    private final PatternImport patterns;

    ReferencesInTexts(PostImport posts, PatternImport patterns) {
        this.posts = posts;
        this.patterns = patterns;
    }

    /** @param references of one kind, whose owners are posts, pages or patterns */
    void renumber(ContentReferences.Kind kind, List<Reference> references) {
        var changes = new HashMap<Long, Map<String, String>>();
        for (var reference : references) {
            // Those of terms begin with their taxonomy.
            var key = reference.sourceKey().substring(reference.sourceKey().indexOf('#') + 1);
            var target = String.valueOf(reference.targetId());
            if (!key.equals(target)) {
                changes.computeIfAbsent(reference.ownerId(), owner -> new HashMap<>())
                        .put(key, target);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        BiFunction<Long, String, String> change = (owner, source) ->
                ContentReferences.replace(source, kind, id -> changes.get(owner).getOrDefault(id, id));
        posts.sources(changes.keySet());
        posts.rewrite(changes.keySet(), change);
        patterns.rewrite(changes.keySet(), change);
    }
}
