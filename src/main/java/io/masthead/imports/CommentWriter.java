package io.masthead.imports;

import io.masthead.comment.CommentImport;
import io.masthead.comment.CommentService;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.ImportedComment;
import io.masthead.comment.ModeratorPatch;
import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.PreparedComment;
import io.masthead.imports.item.PreparedItem;
import io.masthead.imports.item.RecordHash;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Patch;
import io.masthead.text.PlainText;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Imports the comments of items, including those of items that already exist. */
@ApplicationScoped
class CommentWriter {

    private static final int MAX_NAME = 500;
    private static final int MAX_EMAIL = 320;
    private static final int MAX_URL = 2_000;
    private static final int MAX_ADDRESS = 100;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s]+");

    private final CommentImport comments;
    private final CommentService service;
    private final UserImport accounts;
    private final ImportMappings mappings;

    CommentWriter(CommentImport comments, CommentService service, UserImport accounts, ImportMappings mappings) {
        this.comments = comments;
        this.service = service;
        this.accounts = accounts;
        this.mappings = mappings;
    }

    /** @param posts our ids of the items */
    void write(ImportContext context, Map<PreparedItem, Long> posts, ImportReport report) {
        var all = posts.keySet().stream()
                .flatMap(item -> item.comments().stream())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        var ids = new HashMap<>(mappings.find(
                context.source(),
                ImportMappings.COMMENT,
                all.stream().map(PreparedComment::key).toList()));
        var present = new HashSet<>(ids.keySet());
        var changed = changed(context, all, ids);
        update(context, changed, ids);
        var fresh = fresh(all, present, changed, report);
        assign(fresh, ids);
        var users = users(
                context, fresh.values().stream().map(PreparedComment::comment).toList(), report);

        var stored = new LinkedHashMap<ImportedComment, String>();
        posts.forEach((item, postId) -> {
            var onPost = item.comments().stream().map(PreparedComment::key).collect(Collectors.toSet());
            warnOfOrphans(item, onPost, fresh, report);
            for (var prepared : item.comments()) {
                if (prepared.equals(fresh.get(prepared.key()))) {
                    var parent = String.valueOf(prepared.comment().parentId());
                    stored.put(
                            imported(
                                    prepared,
                                    ids.get(prepared.key()),
                                    postId,
                                    onPost.contains(parent) ? ids.get(parent) : null,
                                    users.get(userKey(prepared.comment()))),
                            prepared.html());
                }
            }
        });
        if (stored.isEmpty()) {
            return;
        }
        comments.add(stored);
        fresh.forEach((key, comment) -> {
            mappings.add(context.source(), ImportMappings.COMMENT, key, ids.get(key), RecordHash.of(comment.comment()));
            report.written(Kinds.COMMENTS);
            if (comment.remark() != null) {
                report.warn(Kinds.COMMENTS, key, comment.comment().author(), comment.remark());
            }
        });
    }

    private static void warnOfOrphans(
            PreparedItem item, Set<String> onPost, Map<String, PreparedComment> fresh, ImportReport report) {
        long orphans = item.comments().stream()
                .filter(comment -> comment.equals(fresh.get(comment.key())))
                .map(comment -> comment.comment().parentId())
                .filter(parent -> parent != null && !onPost.contains(String.valueOf(parent)))
                .count();
        if (orphans > 0) {
            report.warn(
                    Kinds.COMMENTS,
                    item.key(),
                    item.title(),
                    "%d comments reply to comments that are not on this post in the export; they stand at the top level."
                            .formatted(orphans));
        }
    }

    /** The new comments that can be stored, by key. */
    private static Map<String, PreparedComment> fresh(
            List<PreparedComment> all, Set<String> present, Map<String, PreparedComment> changed, ImportReport report) {
        var fresh = new LinkedHashMap<String, PreparedComment>();
        for (var comment : all) {
            if (comment.equals(changed.get(comment.key()))) {
                report.written(Kinds.COMMENTS);
            } else if (present.contains(comment.key()) || fresh.containsKey(comment.key())) {
                report.skipped(Kinds.COMMENTS);
            } else if (comment.html() == null) {
                report.skipped(Kinds.COMMENTS);
                report.warn(
                        Kinds.COMMENTS,
                        comment.key(),
                        comment.comment().author(),
                        "It was skipped: its markup is too complex.");
            } else {
                fresh.put(comment.key(), comment);
            }
        }
        return fresh;
    }

    /** Those that the exported site has changed since they were imported, by key. */
    private Map<String, PreparedComment> changed(
            ImportContext context, List<PreparedComment> all, Map<String, Long> ids) {
        var present = new LinkedHashMap<String, PreparedComment>();
        if (!context.options().update()) {
            return present;
        }
        all.stream()
                .filter(comment -> ids.containsKey(comment.key()) && comment.html() != null)
                .forEach(comment -> present.putIfAbsent(comment.key(), comment));
        var hashes = new HashMap<String, String>();
        present.forEach((key, comment) -> hashes.put(key, RecordHash.of(comment.comment())));
        var former = mappings.changed(context.source(), ImportMappings.COMMENT, hashes);
        var here = comments.statuses(former.keySet().stream().map(ids::get).toList());
        present.keySet().removeIf(key -> former.get(key) == null || !here.containsKey(ids.get(key)));
        return present;
    }

    /** What moderators here have found to be spam, or moved to the trash, stays there. */
    private void update(ImportContext context, Map<String, PreparedComment> changed, Map<String, Long> ids) {
        var here = comments.statuses(changed.keySet().stream().map(ids::get).toList());
        var actor = new Actor(context.ownerId(), Role.ADMINISTRATOR.capabilities());
        changed.forEach((key, comment) -> {
            long id = ids.get(key);
            var status = here.get(id);
            var stays = status == CommentStatus.SPAM || status == CommentStatus.TRASHED || status == comment.status();
            service.moderate(
                    id,
                    ModeratorPatch.of(comment.source(), stays ? Patch.absent() : Patch.to(comment.status())),
                    actor);
        });
    }

    private void assign(Map<String, PreparedComment> fresh, Map<String, Long> ids) {
        var wanted = fresh.values().stream()
                .map(comment -> comment.comment().id())
                .filter(SourceIds::isUsable)
                .toList();
        var taken = comments.takenIds(wanted);
        fresh.forEach((key, comment) -> {
            var id = comment.comment().id();
            var keeps = SourceIds.isUsable(id) && taken.add(id);
            ids.put(key, keeps ? id : Long.valueOf(comments.nextId()));
        });
    }

    /**
     * Our ids of the signed-in authors. An export contains only users who wrote posts; others are found by
     * e-mail address if they exist here.
     */
    private Map<String, Long> users(ImportContext context, List<WxrComment> comments, ImportReport report) {
        var signedIn = new LinkedHashMap<String, WxrComment>();
        comments.stream()
                .filter(comment -> comment.userId() != null)
                .forEach(comment -> signedIn.putIfAbsent(userKey(comment), comment));
        var ids = mappings.find(context.source(), ImportMappings.USER, signedIn.keySet());
        signedIn.keySet().removeAll(ids.keySet());
        var byEmail = accounts.idsByEmail(
                signedIn.values().stream().map(WxrComment::authorEmail).toList());
        signedIn.forEach((key, comment) -> {
            var id = byEmail.get(User.key(comment.authorEmail()));
            if (id != null) {
                ids.put(key, id);
            } else if (context.known("absent " + key) == null) {
                context.put("absent " + key, comment.userId());
                report.warn(
                        Kinds.USERS,
                        comment.userId().toString(),
                        comment.author(),
                        "The export has comments of this user, but not the user; they keep" + " only the name.");
            }
        });
        return ids;
    }

    private static String userKey(WxrComment comment) {
        return "id:" + comment.userId();
    }

    private static ImportedComment imported(
            PreparedComment prepared, long id, long postId, Long parentId, Long userId) {
        var comment = prepared.comment();
        return new ImportedComment(
                id,
                postId,
                parentId == null || parentId == id ? null : parentId,
                userId,
                SourceText.of(name(prepared), MAX_NAME),
                SourceText.of(comment.authorEmail(), MAX_EMAIL),
                url(comment.authorUrl()),
                prepared.type(),
                prepared.status(),
                prepared.source(),
                SourceText.of(comment.authorIp(), MAX_ADDRESS),
                prepared.createdAt(),
                comment.date());
    }

    /** Linking sites are named by titles, which WordPress stores as HTML; people by plain text. */
    private static String name(PreparedComment prepared) {
        var name = prepared.comment().author();
        return prepared.type() == CommentType.COMMENT ? name : PlainText.orAsWritten(name);
    }

    /** Empty if it is no web address, since it will be a link. */
    private static String url(String address) {
        return WEB.matcher(address).matches() && address.length() <= MAX_URL ? SourceText.storable(address) : "";
    }
}
