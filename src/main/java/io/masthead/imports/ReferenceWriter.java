package io.masthead.imports;

import io.masthead.imports.ImportReferences.Reference;
import io.masthead.media.MediaImport;
import io.masthead.post.PostImport;
import io.masthead.taxonomy.ImportedTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves references to later records after all of a file has been written. */
@ApplicationScoped
class ReferenceWriter {

    /** Former slugs of pages need the position that their parents give them. */
    private static final List<String> ORDER = List.of(
            ImportReferences.CATEGORY,
            ImportReferences.PARENT,
            ImportReferences.FORMER,
            ImportReferences.IMAGE,
            ImportReferences.UPLOAD);

    private final ImportReferences references;
    private final ImportMappings mappings;
    private final PostImport posts;
    private final MediaImport media;
    private final ImportedTree tree;

    ReferenceWriter(
            ImportReferences references,
            ImportMappings mappings,
            PostImport posts,
            MediaImport media,
            ImportedTree tree) {
        this.references = references;
        this.mappings = mappings;
        this.posts = posts;
        this.media = media;
        this.tree = tree;
    }

    /** Resolves some references, in the caller's transaction; false if none is left. */
    boolean write(ImportContext context, int limit) {
        for (var kind : ORDER) {
            var some = references.next(context.importId(), kind, limit);
            if (!some.isEmpty()) {
                resolve(context, kind, some);
                some.forEach(reference -> references.remove(context.importId(), reference));
                return true;
            }
        }
        return false;
    }

    private void resolve(ImportContext context, String kind, List<Reference> some) {
        var keys = some.stream().map(Reference::sourceKey).collect(Collectors.toSet());
        switch (kind) {
            case ImportReferences.CATEGORY ->
                found(context, ImportMappings.TERM, keys, some).forEach((ref, id) -> tree.move(ref.ownerId(), id));
            case ImportReferences.PARENT -> {
                var parents = mappings.find(context.source(), ImportMappings.POST, keys);
                some.forEach(ref -> posts.placePage(ref.ownerId(), parents.get(ref.sourceKey())));
            }
            case ImportReferences.FORMER -> some.forEach(ref -> posts.addFormerSlug(ref.ownerId(), ref.sourceKey()));
            case ImportReferences.IMAGE -> {
                var images = found(context, ImportMappings.MEDIA, keys, some);
                var here = here(images);
                images.forEach((ref, id) -> {
                    if (here.contains(id)) {
                        posts.setFeaturedMedia(ref.ownerId(), id);
                    }
                });
            }
            case ImportReferences.UPLOAD -> {
                var uploads = found(context, ImportMappings.POST, keys, some);
                var here = here(uploads);
                uploads.forEach((ref, id) -> {
                    if (here.contains(id)) {
                        media.attach(ref.ownerId(), id);
                    }
                });
            }
            default -> throw new IllegalStateException("An unknown reference: " + kind);
        }
    }

    private Set<Long> here(Map<Reference, Long> found) {
        return found.isEmpty() ? Set.of() : posts.takenIds(Set.copyOf(found.values()));
    }

    private Map<Reference, Long> found(ImportContext context, String kind, Set<String> keys, List<Reference> some) {
        var targets = mappings.find(context.source(), kind, keys);
        return some.stream()
                .filter(reference -> targets.containsKey(reference.sourceKey()))
                .collect(Collectors.toMap(reference -> reference, reference -> targets.get(reference.sourceKey())));
    }
}
