package io.masthead.imports;

import io.masthead.imports.files.FileQueue;
import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.item.RecordHash;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.post.ImportedPost;
import io.masthead.post.PostImport;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Imports the items of a batch: attachments first, since posts may refer to them. */
@ApplicationScoped
class ItemWriter {

    private final PostImport posts;
    private final MediaWriter media;
    private final CommentWriter comments;
    private final AuthorWriter authors;
    private final TermWriter terms;
    private final PatternWriter patterns;
    private final ImportMappings mappings;
    private final ImportReferences references;
    private final PostUpdater updater;
    private final FileQueue files;
    private final Ids ids;
    private final EntityManager entities;

    ItemWriter(
            PostImport posts,
            MediaWriter media,
            CommentWriter comments,
            AuthorWriter authors,
            TermWriter terms,
            PatternWriter patterns,
            ImportMappings mappings,
            ImportReferences references,
            PostUpdater updater,
            FileQueue files,
            Ids ids,
            EntityManager entities) {
        this.posts = posts;
        this.media = media;
        this.comments = comments;
        this.authors = authors;
        this.terms = terms;
        this.patterns = patterns;
        this.mappings = mappings;
        this.references = references;
        this.updater = updater;
        this.files = files;
        this.ids = ids;
        this.entities = entities;
    }

    /**
     * Our ids, by key, of existing objects that the batch contains or refers to.
     *
     * @param deleted media that were deleted here after an earlier import
     */
    private record Present(Map<String, Long> posts, Map<String, Long> media, Set<Long> deleted) {}

    void write(ImportContext context, List<PreparedRecord.Item> records, ImportReport report) {
        var items = new ArrayList<PreparedRecord.Item>();
        for (var record : records) {
            if (isWanted(record, report)) {
                items.add(record);
            }
        }
        if (items.isEmpty()) {
            return;
        }
        var present =
                present(context, items.stream().map(PreparedRecord.Item::item).toList());
        var here = posts.takenIds(ids(present));
        present.posts().values().retainAll(here);
        present.media().values().stream().filter(id -> !here.contains(id)).forEach(present.deleted()::add);
        var known = new HashSet<>(present.posts().keySet());
        writeMedia(context, items, present, report);
        wantFiles(context, items, present, report);
        var written = writePosts(context, items, present, report);
        comments.write(context, withComments(items, present, known, written), report);
        items.forEach(record -> skipComments(record, report));
    }

    private static void skipComments(PreparedRecord.Item record, ImportReport report) {
        var comments = record.item().comments();
        if (!record.kind().equals(Kinds.MEDIA) || comments.isEmpty()) {
            return;
        }
        comments.forEach(comment -> report.skipped(Kinds.COMMENTS));
        report.warn(
                record, "Its %d comments were skipped: media cannot have comments here.".formatted(comments.size()));
    }

    private static boolean isWanted(PreparedRecord.Item record, ImportReport report) {
        var item = record.item();
        if (!Kinds.isCarried(item.item()) || item.item().status().equals("auto-draft")) {
            report.skipped(item.kind());
            return false;
        }
        if (item.refusal() != null) {
            report.skipped(item.kind());
            item.item().comments().forEach(comment -> report.skipped(Kinds.COMMENTS));
            report.warn(record, item.refusal());
            return false;
        }
        return true;
    }

    private Present present(ImportContext context, List<PreparedItem> items) {
        var keys = new HashSet<String>();
        for (var item : items) {
            keys.add(item.key());
            parentKey(item.item()).forEach(keys::add);
            PostTranslation.image(item.item()).ifPresent(keys::add);
        }
        return new Present(
                new HashMap<>(mappings.find(context.source(), ImportMappings.POST, keys)),
                new HashMap<>(mappings.find(context.source(), ImportMappings.MEDIA, keys)),
                new HashSet<>());
    }

    private static Set<Long> ids(Present present) {
        var ids = new HashSet<>(present.posts().values());
        ids.addAll(present.media().values());
        return ids;
    }

    private void writeMedia(
            ImportContext context, List<PreparedRecord.Item> records, Present present, ImportReport report) {
        for (var record : records) {
            var item = record.item();
            if (!item.kind().equals(Kinds.MEDIA)) {
                continue;
            }
            if (present.media().containsKey(item.key())) {
                report.skipped(Kinds.MEDIA);
            } else if (!MediaWriter.hasAddress(item.item())) {
                report.skipped(Kinds.MEDIA);
                report.warn(record, "It was skipped: the export has no URL for its file.");
            } else {
                var author = authors.creator(context, item.item().creator(), report);
                var parent = parentKey(item.item()).findFirst();
                var postId = parent.map(present.posts()::get).orElse(null);
                long id = media.write(item, entities.getReference(User.class, author), postId);
                mappings.add(context.source(), ImportMappings.MEDIA, item.key(), id);
                present.media().put(item.key(), id);
                if (postId == null) {
                    parent.ifPresent(key -> refer(context, ImportReferences.UPLOAD, id, key));
                }
                report.written(Kinds.MEDIA);
            }
        }
        entities.flush();
    }

    /** Also of media that an earlier import has brought without their files. */
    private void wantFiles(
            ImportContext context, List<PreparedRecord.Item> records, Present present, ImportReport report) {
        if (!context.options().files().isWanted()) {
            return;
        }
        var attachments = records.stream()
                .map(PreparedRecord.Item::item)
                .filter(item -> item.kind().equals(Kinds.MEDIA) && MediaWriter.hasAddress(item.item()))
                .filter(item -> present.media().containsKey(item.key()))
                .toList();
        var wanted = media.withoutFile(attachments.stream()
                .map(item -> present.media().get(item.key()))
                .toList());
        for (var item : attachments) {
            long id = present.media().get(item.key());
            if (wanted.contains(id) && files.add(context.importId(), MediaWriter.file(item, id))) {
                report.found(Kinds.FILES);
            }
        }
    }

    private Map<String, Long> writePosts(
            ImportContext context, List<PreparedRecord.Item> records, Present present, ImportReport report) {
        var fresh = new LinkedHashMap<String, PreparedItem>();
        var again = new LinkedHashMap<String, PreparedRecord.Item>();
        for (var record : records) {
            var item = record.item();
            if (item.kind().equals(Kinds.MEDIA)) {
                continue;
            }
            if (present.posts().containsKey(item.key())
                    ? again.putIfAbsent(item.key(), record) != null
                    : fresh.putIfAbsent(item.key(), item) != null) {
                report.skipped(item.kind());
                var first = fresh.containsKey(item.key())
                        ? fresh.get(item.key())
                        : again.get(item.key()).item();
                if (!RecordHash.of(item.item()).equals(RecordHash.of(first.item()))) {
                    report.warn(record, "It was skipped: an earlier item of the export has its id.");
                }
            }
        }
        writeAgain(context, List.copyOf(again.values()), present, report);
        var mapped = mappings.find(context.source(), ImportMappings.POST, fresh.keySet());
        // What was deleted here after an earlier import stays deleted.
        mapped.keySet().forEach(key -> report.skipped(fresh.remove(key).kind()));
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var ids = assign(fresh);
        var imported = new ArrayList<ImportedPost>();
        fresh.forEach((key, item) -> {
            var place = place(context, item, ids.get(key), present, report);
            imported.add(PostTranslation.of(item, place, context));
            present.posts().put(key, place.id());
        });
        posts.add(imported);
        fresh.forEach((key, item) -> {
            mappings.add(context.source(), ImportMappings.POST, key, ids.get(key), RecordHash.of(item.item()));
            patterns.refer(context, ids.get(key), item.content());
            report.written(item.kind());
        });
        return ids;
    }

    /** Items that are here already. */
    private void writeAgain(
            ImportContext context, List<PreparedRecord.Item> records, Present present, ImportReport report) {
        if (!context.options().update()) {
            updater.warn(context, records, report);
        }
        var changed = context.options().update() && !records.isEmpty()
                ? updater.changed(context, records, present.posts())
                : List.<PreparedRecord.Item>of();
        records.stream().filter(record -> !changed.contains(record)).forEach(record -> report.skipped(record.kind()));
        updater.update(
                context,
                changed,
                present.posts(),
                (item, id) -> placeAgain(context, item, id, present, report),
                report);
        // Their texts have the ids of the exported site again.
        changed.forEach(record -> patterns.refer(
                context, present.posts().get(record.key()), record.item().content()));
    }

    private PostTranslation.Placement placeAgain(
            ImportContext context, PreparedItem prepared, long id, Present present, ImportReport report) {
        var item = prepared.item();
        var parent = prepared.kind().equals(Kinds.PAGES)
                ? parentKey(item).findFirst()
                : Stream.<String>empty().findFirst();
        var parentId = parent.map(present.posts()::get).orElse(null);
        return new PostTranslation.Placement(
                id,
                authors.creator(context, item.creator(), report),
                prepared.kind().equals(Kinds.PAGES) ? List.of() : termIds(context, prepared, report),
                parentId,
                parent.isEmpty() || parentId != null,
                image(context, prepared, id, present));
    }

    /** Null if it has none, or none that is here. */
    private Long image(ImportContext context, PreparedItem prepared, long id, Present present) {
        var image = PostTranslation.image(prepared.item());
        var imageId = image.map(present.media()::get)
                .filter(mediaId -> !present.deleted().contains(mediaId))
                .orElse(null);
        if (imageId == null) {
            image.ifPresent(key -> refer(context, ImportReferences.IMAGE, id, key));
        }
        return imageId;
    }

    private Map<String, Long> assign(Map<String, PreparedItem> fresh) {
        var wanted = fresh.values().stream()
                .map(item -> item.item().id())
                .filter(SourceIds::isUsable)
                .toList();
        var taken = new HashSet<>(ids.used(IdSpace.CONTENT, wanted));
        var assigned = new HashMap<String, Long>();
        fresh.forEach((key, item) -> {
            var id = item.item().id();
            var keeps = SourceIds.isUsable(id) && taken.add(id);
            assigned.put(key, keeps ? id : Long.valueOf(posts.nextId()));
        });
        return assigned;
    }

    private PostTranslation.Placement place(
            ImportContext context, PreparedItem prepared, long id, Present present, ImportReport report) {
        var item = prepared.item();
        var page = prepared.kind().equals(Kinds.PAGES);
        var parent = page ? parentKey(item).findFirst() : Stream.<String>empty().findFirst();
        var parentId = parent.map(present.posts()::get).orElse(null);
        var hasPlace = parent.isEmpty() || parentId != null;
        if (!hasPlace) {
            refer(context, ImportReferences.PARENT, id, parent.get());
            PostTranslation.formerSlugs(item).forEach(slug -> refer(context, ImportReferences.FORMER, id, slug));
        }
        var imageId = image(context, prepared, id, present);
        var termIds = page ? List.<Long>of() : termIds(context, prepared, report);
        return new PostTranslation.Placement(
                id, authors.creator(context, item.creator(), report), termIds, parentId, hasPlace, imageId);
    }

    private List<Long> termIds(ImportContext context, PreparedItem prepared, ImportReport report) {
        var named = prepared.item().terms();
        var ids = terms.placed(context, named, report);
        var hasCategory = named.stream().anyMatch(term -> term.taxonomy().equals("category"));
        return hasCategory || context.defaultCategoryId() == null
                ? ids
                : Stream.concat(ids.stream(), Stream.of(context.defaultCategoryId()))
                        .toList();
    }

    private static Map<PreparedItem, Long> withComments(
            List<PreparedRecord.Item> records, Present present, Set<String> known, Map<String, Long> written) {
        var commented = new LinkedHashMap<PreparedItem, Long>();
        for (var record : records) {
            var item = record.item();
            var postId = present.posts().get(item.key());
            var here = known.contains(item.key()) || written.containsKey(item.key());
            if (here && postId != null && !item.kind().equals(Kinds.MEDIA)) {
                commented.put(item, postId);
            }
        }
        return commented;
    }

    private static Stream<String> parentKey(WxrItem item) {
        return Stream.ofNullable(item.parentId())
                .filter(id -> !id.equals(item.id()))
                .map(String::valueOf);
    }

    private void refer(ImportContext context, String kind, long ownerId, String key) {
        references.add(context, kind, ownerId, key);
    }
}
