package io.masthead.pattern;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
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
     * @throws io.masthead.text.ContentTooComplexException if the text is too expensive to render
     */
    public long create(Long wantedId, String title, String source, Instant createdAt, Instant updatedAt) {
        var pattern = new Pattern(ids.take(IdSpace.CONTENT, wantedId), title, source, createdAt, updatedAt);
        patterns.persistAndFlush(pattern);
        events.publish(pattern, ChangeAction.CREATED, null);
        return pattern.id();
    }

    /**
     * Changes texts without being an edit.
     *
     * @param change of a text, by the id of its pattern
     */
    public void rewrite(Collection<Long> patternIds, BiFunction<Long, String, String> change) {
        for (var id : patternIds.stream().sorted().toList()) {
            patterns.lock(id).ifPresent(pattern -> {
                int version = pattern.version();
                pattern.update(pattern.title(), change.apply(id, pattern.source()), pattern.updatedAt());
                patterns.flush();
                if (pattern.version() != version) {
                    events.publish(pattern, ChangeAction.UPDATED, null);
                }
            });
        }
    }
}
