package io.masthead.imports;

import io.masthead.imports.ImportReferences.Reference;
import io.masthead.imports.item.ContentReferences;
import io.masthead.imports.item.Kinds;
import io.masthead.media.MediaImport;
import io.masthead.menu.MenuImport;
import io.masthead.post.PostImport;
import io.masthead.taxonomy.ImportedTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Resolves references after all of a file has been written: those of this import, and those of earlier imports of
 * the site whose target came with this one. What an editor has set meanwhile stays.
 *
 * <p>Each import resolves at its end whatever can be resolved by then, under a lock of its site. So of two imports
 * at once, the one that ends later sees both the references and the records of the other.
 */
@ApplicationScoped
class ReferenceWriter {

    private final ImportReferences references;
    private final ImportMappings mappings;
    private final PostImport posts;
    private final MediaImport media;
    private final ImportedTree tree;
    private final MenuImport menus;
    private final ReferencesInTexts texts;

    ReferenceWriter(
            ImportReferences references,
            ImportMappings mappings,
            PostImport posts,
            MediaImport media,
            ImportedTree tree,
            MenuImport menus,
            ReferencesInTexts texts) {
        this.references = references;
        this.mappings = mappings;
        this.posts = posts;
        this.media = media;
        this.tree = tree;
        this.menus = menus;
        this.texts = texts;
    }

    /** Pages get their places before their former slugs, which need them, and before they move. */
    private enum Step {
        CATEGORIES(ImportReferences.CATEGORY, false),
        PLACES(ImportReferences.PARENT, true),
        FORMER_SLUGS(ImportReferences.FORMER, true),
        MOVES(ImportReferences.PARENT, false),
        IMAGES(ImportReferences.IMAGE, false),
        UPLOADS(ImportReferences.UPLOAD, false),
        MENU_POSTS(ImportReferences.MENU_POST, false),
        MENU_TERMS(ImportReferences.MENU_TERM, false),
        MENU_PARENTS(ImportReferences.MENU_PARENT, false),
        MEDIA_IN_TEXTS(ContentReferences.Kind.MEDIA),
        POSTS_IN_TEXTS(ContentReferences.Kind.POST),
        PATTERNS_IN_TEXTS(ContentReferences.Kind.PATTERN),
        CATEGORIES_IN_TEXTS(ContentReferences.Kind.CATEGORY),
        AUTHORS_IN_TEXTS(ContentReferences.Kind.AUTHOR),
        PAGES_IN_TEXTS(ContentReferences.Kind.PAGE);

        private final String kind;
        private final boolean isOfPagesWithoutPlace;

        /** What texts show by it; null if it is no id in a text. */
        private final ContentReferences.Kind inTexts;

        Step(String kind, boolean isOfPagesWithoutPlace) {
            this.kind = kind;
            this.isOfPagesWithoutPlace = isOfPagesWithoutPlace;
            this.inTexts = null;
        }

        Step(ContentReferences.Kind inTexts) {
            this.kind = ImportReferences.inContent(inTexts);
            this.isOfPagesWithoutPlace = false;
            this.inTexts = inTexts;
        }
    }

    /**
     * How far an import has come. Without it, each transaction would read all references again that nothing can
     * resolve.
     *
     * @param last the last reference of the step; null at its beginning
     */
    record Progress(int step, Reference last) {

        static final Progress START = new Progress(0, null);

        boolean isOver() {
            return step == Step.values().length;
        }
    }

    /** Resolves some references, in the caller's transaction. */
    Progress write(ImportContext context, Progress progress, int limit, ImportReport report) {
        mappings.lockSource(context.source());
        var step = Step.values()[progress.step()];
        var some = step.isOfPagesWithoutPlace
                ? references.waiting(context, step.kind, limit)
                : references.resolvable(context, step.kind, progress.last(), limit);
        if (some.isEmpty()) {
            tellUnresolved(context, step, report);
            return new Progress(progress.step() + 1, null);
        }
        if (step.inTexts != null) {
            return renumber(context, progress, step, wholeOwners(some, limit), report);
        }
        resolve(context, step, some, report);
        for (var reference : some) {
            if (step == Step.PLACES && reference.targetId() == null) {
                references.keepWaitingForTarget(context, reference);
            } else {
                references.remove(context, reference);
            }
        }
        return new Progress(progress.step(), some.get(some.size() - 1));
    }

    private Progress renumber(
            ImportContext context, Progress progress, Step step, List<Reference> some, ImportReport report) {
        var waiting = texts.renumber(context, step.inTexts, some, report);
        some.stream()
                .filter(reference -> !waiting.contains(reference.ownerId()))
                .forEach(reference -> references.remove(context, reference));
        return new Progress(progress.step(), some.get(some.size() - 1));
    }

    /** Without the last owner, of whom there may be more; the ids of a text are changed at once. */
    private static List<Reference> wholeOwners(List<Reference> some, int limit) {
        var last = some.get(some.size() - 1).ownerId();
        var whole = some.size() < limit
                ? some
                : some.stream().filter(one -> one.ownerId() != last).toList();
        return whole.isEmpty() ? some : whole;
    }

    private void resolve(ImportContext context, Step step, List<Reference> some, ImportReport report) {
        switch (step) {
            case CATEGORIES -> some.forEach(reference -> tree.move(reference.ownerId(), reference.targetId()));
            case PLACES -> {
                posts.lock(union(owners(some), targets(some)));
                some.forEach(reference -> posts.placePage(reference.ownerId(), reference.targetId()));
            }
            case FORMER_SLUGS -> {
                posts.lock(owners(some));
                some.forEach(reference -> posts.addFormerSlug(reference.ownerId(), reference.sourceKey()));
            }
            case MOVES -> {
                posts.lock(union(owners(some), targets(some)));
                some.forEach(reference -> move(context, reference, report));
            }
            case IMAGES -> {
                posts.lock(owners(some));
                var here = media.lock(targets(some));
                some.stream()
                        .filter(reference -> here.contains(reference.targetId()))
                        .forEach(reference -> posts.setFeaturedMedia(reference.ownerId(), reference.targetId()));
            }
            case UPLOADS -> {
                var here = posts.lock(targets(some));
                media.lock(owners(some));
                some.stream()
                        .filter(reference -> here.contains(reference.targetId()))
                        .forEach(reference -> media.attach(reference.ownerId(), reference.targetId()));
            }
            case MENU_POSTS ->
                changedMenus(some, reference -> menus.referToPost(reference.ownerId(), reference.targetId()));
            case MENU_TERMS ->
                changedMenus(some, reference -> menus.referToTerm(reference.ownerId(), reference.targetId()));
            case MENU_PARENTS -> some.forEach(reference -> place(context, reference, report));
            default -> throw new IllegalStateException(step.name());
        }
    }

    /** Tells of each menu once, however many of its items now lead somewhere. */
    private void changedMenus(List<Reference> some, Function<Reference, Optional<Long>> refer) {
        some.stream()
                .map(refer)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(menus::changed);
    }

    private void tellUnresolved(ImportContext context, Step step, ImportReport report) {
        var isTold = step == Step.MENU_POSTS || step == Step.MENU_TERMS || step.inTexts != null;
        var left = isTold ? references.unresolved(context, step.kind) : 0;
        if (left > 0 && step.inTexts != null) {
            report.warn(
                    Kinds.POSTS,
                    "",
                    "",
                    ("%d ids in texts name %s that have not been imported. Until those come, the texts show nothing"
                                    + " there, or what has that id here.")
                            .formatted(left, step.inTexts.noun()));
        } else if (left > 0) {
            report.warn(
                    Kinds.MENU_ITEMS,
                    "",
                    "",
                    "%d items lead to %s that have not been imported; readers see them once those have been."
                            .formatted(left, step == Step.MENU_POSTS ? "posts or pages" : "categories or tags"));
        }
    }

    private void place(ImportContext context, Reference reference, ImportReport report) {
        menus.place(reference.ownerId(), reference.targetId())
                .ifPresent(label -> report.warn(
                        Kinds.MENU_ITEMS,
                        mappings.keyOf(context.source(), ImportMappings.MENU_ITEM, reference.ownerId()),
                        label,
                        "It stays at the root of its menu: it cannot be below the item that the export names."));
    }

    private void move(ImportContext context, Reference reference, ImportReport report) {
        posts.movePage(reference.ownerId(), reference.targetId())
                .ifPresent(title -> report.warn(
                        Kinds.PAGES,
                        mappings.keyOf(context.source(), ImportMappings.POST, reference.ownerId()),
                        title,
                        "Its parent has been imported now, but the page stays at the root: another page below that"
                                + " parent has its slug."));
    }

    private static Set<Long> owners(Collection<Reference> some) {
        return some.stream().map(Reference::ownerId).collect(Collectors.toSet());
    }

    private static Set<Long> targets(Collection<Reference> some) {
        return some.stream().map(Reference::targetId).filter(id -> id != null).collect(Collectors.toSet());
    }

    private static Set<Long> union(Set<Long> some, Set<Long> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
