package io.masthead.comment;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentRenderer;
import io.masthead.text.HtmlCleaner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes over comments with their ids. Only {@code imports} may call it, in its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentImport {

    private static final int MAX_BINDINGS = 1_000;

    private final CommentRepository comments;
    private final Clock clock;

    CommentImport(CommentRepository comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** An id that no comment has had. */
    public long nextId() {
        return comments.nextId();
    }

    /** Which of these ids a comment has already. */
    public Set<Long> taken(Collection<Long> ids) {
        var taken = new HashSet<Long>();
        var all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            taken.addAll(comments.existing(all.subList(i, Math.min(all.size(), i + MAX_BINDINGS))));
        }
        return taken;
    }

    /** Rendered and cleaned; too complex a text is refused as in {@link HtmlCleaner}. */
    public static String render(String source) {
        return HtmlCleaner.comment(ContentRenderer.render(source, ContentFormat.WORDPRESS).html());
    }

    /**
     * Stores comments and counts the approved ones anew on their posts. A circle of answers is
     * opened where it closes.
     *
     * @param html the rendered text of each, see {@link #render}
     */
    public void add(Map<ImportedComment, String> html) {
        var byId = new LinkedHashMap<Long, ImportedComment>();
        html.keySet().forEach(comment -> byId.put(comment.id(), comment));
        var stored = new HashMap<Long, Boolean>();
        var texts = new HashMap<Long, String>();
        html.forEach((comment, text) -> texts.put(comment.id(), text));
        for (var id : byId.keySet()) {
            store(id, byId, texts, stored);
        }
        comments.flush();
        comments.recount(
                html.keySet().stream().map(ImportedComment::postId).collect(Collectors.toSet()));
    }

    /** Parents first, as the foreign key wants it; without recursion, since threads may be deep. */
    private void store(
            long first,
            Map<Long, ImportedComment> byId,
            Map<Long, String> texts,
            Map<Long, Boolean> stored) {
        var path = new ArrayDeque<Long>();
        for (Long id = first; id != null && byId.containsKey(id) && !stored.containsKey(id); ) {
            stored.put(id, false);
            path.push(id);
            id = byId.get(id).parentId();
        }
        while (!path.isEmpty()) {
            var comment = byId.get(path.pop());
            var parent = comment.parentId();
            if (parent != null && Boolean.FALSE.equals(stored.get(parent))) {
                comment = comment.answering(null);
            }
            comments.persist(new Comment(comment, texts.get(comment.id()), clock.instant()));
            stored.put(comment.id(), true);
        }
    }
}
