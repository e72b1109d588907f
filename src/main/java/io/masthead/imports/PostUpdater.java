package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.item.RecordHash;
import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.post.ImportedPost;
import io.masthead.post.PostCommands;
import io.masthead.post.PostImport;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.ContentFormat;
import io.masthead.user.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Takes over what the exported site has changed in posts and pages since an earlier import. It is an edit like any other:
 * former slugs redirect, and the former text stays among the revisions.
 */
@ApplicationScoped
class PostUpdater {

    private static final String TOLD =
            "It was changed at the exported site, and so it was changed here. Texts that editors"
                    + " wrote here meanwhile are among its revisions.";

    private static final String DIFFERS =
            "It was skipped: it was imported before, and the exported site has changed it since. An import with"
                    + " the option to update takes over the changes.";

    private final PostCommands posts;
    private final PostImport imported;
    private final ImportMappings mappings;

    PostUpdater(PostCommands posts, PostImport imported, ImportMappings mappings) {
        this.posts = posts;
        this.imported = imported;
        this.mappings = mappings;
    }

    /**
     * Those that the exported site has changed, of items that are here. Where an import of an earlier version noted nothing,
     * those that were changed there after the last change here.
     *
     * @param present our ids, by key
     */
    List<PreparedRecord.Item> changed(
            ImportContext context, List<PreparedRecord.Item> records, Map<String, Long> present) {
        var former = mappings.changed(context.source(), ImportMappings.POST, hashes(records));
        var here = imported.states(former.keySet().stream().map(present::get).toList());
        var changed = new ArrayList<PreparedRecord.Item>();
        for (var record : records) {
            var state = here.get(present.get(record.key()));
            if (state != null
                    && former.containsKey(record.key())
                    && (former.get(record.key()) != null
                            || record.item().dates().modified().isAfter(state.updatedAt()))) {
                changed.add(record);
            }
        }
        return changed;
    }

    /** Tells of items that say something else than when they were imported. */
    void warn(ImportContext context, List<PreparedRecord.Item> records, ImportReport report) {
        var differing = mappings.differing(context.source(), ImportMappings.POST, hashes(records));
        records.stream()
                .filter(record -> differing.contains(record.key()))
                .forEach(record -> report.warn(record, DIFFERS));
    }

    private static Map<String, String> hashes(List<PreparedRecord.Item> records) {
        var hashes = new HashMap<String, String>();
        records.forEach(
                record -> hashes.put(record.key(), RecordHash.of(record.item().item())));
        return hashes;
    }

    /** @param place of the item; each is asked for once */
    void update(
            ImportContext context,
            List<PreparedRecord.Item> changed,
            Map<String, Long> present,
            BiFunction<PreparedItem, Long, PostTranslation.Placement> place,
            ImportReport report) {
        if (changed.isEmpty()) {
            return;
        }
        var ids = changed.stream().map(record -> present.get(record.key())).toList();
        // All of them before anything is counted: editors lock posts first, too.
        imported.lock(ids);
        var states = imported.states(ids);
        changed.forEach(record -> {
            long id = present.get(record.key());
            var state = states.get(id);
            if (state == null) {
                report.skipped(record.kind()); // deleted meanwhile
            } else if (state.trashed() && record.item().status().now() != PostStatus.TRASHED) {
                report.skipped(record.kind());
                report.warn(record, "It was changed at the exported site, but is in the trash here.");
            } else {
                update(context, record.item(), place.apply(record.item(), id), state);
                report.written(record.kind());
                report.warn(record, TOLD);
            }
        });
    }

    private void update(
            ImportContext context, PreparedItem item, PostTranslation.Placement place, PostImport.State state) {
        var type = item.kind().equals(Kinds.PAGES) ? PostType.PAGE : PostType.POST;
        var actor = new Actor(context.ownerId(), Role.ADMINISTRATOR.capabilities());
        var wanted = PostTranslation.of(item, place, context);
        if (wanted.status() == PostStatus.TRASHED) {
            posts.trash(type, place.id(), ExpectedVersion.ANY, actor);
            return;
        }
        posts.updateFitting(type, place.id(), patch(item, wanted, state), actor);
        if (wanted.shownDate() != null) {
            imported.show(place.id(), wanted.shownDate());
        }
    }

    private static PostPatch patch(PreparedItem item, ImportedPost wanted, PostImport.State state) {
        var patch = PostPatch.builder()
                .title(Patch.to(wanted.titleHtml() == null ? wanted.title() : wanted.titleHtml()))
                .source(Patch.to(wanted.source()))
                .contentFormat(Patch.to(ContentFormat.WORDPRESS))
                .excerpt(Patch.to(wanted.excerptSource()))
                .status(Patch.to(wanted.status()))
                .publishedAt(Patch.to(wanted.publishedAt()))
                .password(Patch.to(wanted.password()))
                .authorId(Patch.to(wanted.authorId()))
                .commentsOpen(Patch.to(wanted.commentsOpen()))
                .pingsOpen(Patch.to(wanted.pingsOpen()))
                .format(Patch.to(wanted.format()))
                .template(Patch.to(wanted.template()))
                .customFields(Patch.to(wanted.customFields()))
                .menuOrder(Patch.to(wanted.menuOrder()));
        if (wanted.slug() != null && !isNumbered(state.slug(), wanted.slug())) {
            patch.slug(Patch.to(wanted.slug()));
        }
        if (wanted.featuredMediaId() != null
                || PostTranslation.image(item.item()).isEmpty()) {
            patch.featuredMediaId(Patch.to(wanted.featuredMediaId()));
        }
        if (wanted.type() == PostType.POST) {
            patch.sticky(Patch.to(wanted.sticky()))
                    .categoryIds(Patch.to(wanted.termIds()))
                    .tagIds(Patch.to(wanted.termIds()));
        } else if (wanted.hasPlace()) {
            patch.parentId(Patch.to(wanted.parentId()));
        }
        return patch.build();
    }

    /** Whether another post had the slug, when this one was imported. */
    private static boolean isNumbered(String slug, String wanted) {
        return slug != null
                && slug.startsWith(wanted + "-")
                && slug.substring(wanted.length()).matches("-[0-9]+");
    }
}
