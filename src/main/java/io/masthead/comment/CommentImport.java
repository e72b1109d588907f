package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.text.ContentFormat;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.content.CommentContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports comments with their ids. Only {@code imports} may call it, in its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentImport {

    private static final int MAX_BINDINGS = 1_000;

    private final CommentRepository comments;
    private final CommentCounters counters;
    private final CommentEvents events;

    CommentImport(CommentEvents events, CommentRepository comments, CommentCounters counters) {
        this.comments = comments;
        this.counters = counters;
        this.events = events;
    }

    /** An id that no comment has ever had. */
    public long nextId() {
        return comments.nextId();
    }

    /** The ids that comments already have. */
    public Set<Long> takenIds(Collection<Long> ids) {
        var taken = new HashSet<Long>();
        var all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            taken.addAll(comments.existing(all.subList(i, Math.min(all.size(), i + MAX_BINDINGS))));
        }
        return taken;
    }

    /** The statuses of comments that exist. */
    public Map<Long, CommentStatus> statuses(Collection<Long> ids) {
        var statuses = new HashMap<Long, CommentStatus>();
        var all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            statuses.putAll(comments.statuses(all.subList(i, Math.min(all.size(), i + MAX_BINDINGS))));
        }
        return statuses;
    }

    /** Clean HTML; text that is too complex is refused as in {@link HtmlCleaner}. */
    public static String render(String source) {
        return CommentContent.html(source, ContentFormat.WORDPRESS, true);
    }

    /**
     * Stores comments with their positions in the thread, and recounts the approved ones of their posts. A
     * cycle of parents is cut at its last link.
     *
     * @param html the rendered text of each, see {@link #render}
     */
    public void add(Map<ImportedComment, String> html) {
        new Addition(html).store();
        comments.flush();
        comments.recount(html.keySet().stream().map(ImportedComment::postId).collect(Collectors.toSet()));
        counters.add(html.keySet().stream()
                .collect(Collectors.groupingBy(ImportedComment::status, Collectors.summingInt(c -> 1))));
    }

    /** One call of {@link #add}: parents first, without recursion, since threads may be deep. */
    private final class Addition {

        private record Stored(ThreadPlace place, CommentStatus status) {}

        private final Map<Long, ImportedComment> byId = new LinkedHashMap<>();
        private final Map<Long, String> texts = new HashMap<>();
        private final Map<Long, Stored> stored = new HashMap<>();
        private final Set<Long> begun = new HashSet<>();

        Addition(Map<ImportedComment, String> html) {
            html.forEach((comment, text) -> {
                byId.put(comment.id(), comment);
                texts.put(comment.id(), text);
            });
        }

        void store() {
            byId.keySet().forEach(this::storeWithParents);
        }

        private void storeWithParents(long first) {
            var path = new ArrayDeque<Long>();
            for (Long id = first; id != null && byId.containsKey(id) && begun.add(id); ) {
                path.push(id);
                id = byId.get(id).parentId();
            }
            while (!path.isEmpty()) {
                store(byId.get(path.pop()));
            }
        }

        private void store(ImportedComment comment) {
            var parentId = comment.parentId();
            var parent = parentId == null ? null : parent(parentId);
            var kept = parent == null ? comment.withParent(null) : comment;
            var place = parent == null
                    ? ThreadPlace.top(comment.id())
                    : ThreadPlace.answering(
                            parent.place(),
                            parent.status() == CommentStatus.APPROVED,
                            comment.id(),
                            ThreadPlace.MAX_DEPTH);
            var added = new Comment(kept, place, texts.get(comment.id()));
            comments.persist(added);
            events.created(added, null);
            stored.put(comment.id(), new Stored(place, comment.status()));
        }

        /** Null at the link that closes a cycle: the parent waits for this comment to be stored. */
        private Stored parent(long id) {
            if (byId.containsKey(id)) {
                return stored.get(id);
            }
            var earlier = comments.findById(id);
            return earlier == null ? null : new Stored(ThreadPlace.of(earlier), earlier.status());
        }
    }
}
