package io.masthead.pattern;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.text.ContentTooComplexException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** Creates the patterns of another site; only {@code imports} may call it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PatternImport {

    private final PatternRepository patterns;
    private final PatternEvents events;
    private final Ids ids;

    PatternImport(PatternRepository patterns, PatternEvents events, Ids ids) {
        this.patterns = patterns;
        this.events = events;
        this.ids = ids;
    }

    /**
     * @param wantedId kept if it is free; null for any
     * @param title plain text of at most {@value PatternService#MAX_TITLE} characters
     * @param source in WordPress' format
     * @return its id
     * @throws ContentTooComplexException if the text is too expensive to render
     */
    public long create(Long wantedId, String title, String source, Instant createdAt, Instant updatedAt) {
        var pattern = new Pattern(ids.take(IdSpace.CONTENT, wantedId), title, source, createdAt, updatedAt);
        patterns.persistAndFlush(pattern);
        events.publish(pattern, ChangeAction.CREATED, null);
        return pattern.id();
    }

    /** The texts of those that exist, which are locked. */
    public List<String> sources(Collection<Long> patternIds) {
        return patternIds.stream()
                .sorted()
                .flatMap(id -> patterns.lock(id).stream())
                .map(Pattern::source)
                .toList();
    }

    /**
     * Changes texts without being an edit.
     *
     * @param change of a text, by the id of its pattern
     * @return the ids of patterns that stay as they are, since the result would be too expensive to render
     */
    public List<Long> rewrite(Collection<Long> patternIds, BiFunction<Long, String, String> change) {
        var refused = new ArrayList<Long>();
        for (var id : patternIds.stream().sorted().toList()) {
            patterns.lock(id).ifPresent(pattern -> {
                int version = pattern.version();
                try {
                    pattern.update(pattern.title(), change.apply(id, pattern.source()), pattern.updatedAt());
                } catch (ContentTooComplexException e) {
                    refused.add(id);
                }
                patterns.flush();
                if (pattern.version() != version) {
                    events.publish(pattern, ChangeAction.UPDATED, null);
                }
            });
        }
        return refused;
    }
}
