package io.masthead.pattern;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Page;
import io.masthead.kernel.Patch;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.MarkupBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Synced patterns. Who can write posts reads them, and editors change them. */
@ApplicationScoped
@Transactional
public class PatternService {

    /** The longest title, in characters. */
    public static final int MAX_TITLE = 400;

    private final PatternRepository patterns;
    private final Idempotency idempotency;
    private final Ids ids;
    private final PatternEvents events;
    private final ReadTags reads;
    private final Clock clock;

    PatternService(
            PatternRepository patterns,
            Idempotency idempotency,
            Ids ids,
            PatternEvents events,
            ReadTags reads,
            Clock clock) {
        this.patterns = patterns;
        this.idempotency = idempotency;
        this.ids = ids;
        this.events = events;
        this.reads = reads;
        this.clock = clock;
    }

    /** A page of all patterns. */
    @BoundedReads
    public Page<Pattern> search(PatternQuery query, Actor actor) {
        requireReader(actor);
        reads.add(Tags.PATTERNS);
        return patterns.search(query);
    }

    /** @throws CmsException {@link ErrorCode#PATTERN_NOT_FOUND} */
    public Pattern get(long id, Actor actor) {
        requireReader(actor);
        reads.add(Tags.pattern(id));
        return patterns.findByIdOptional(id).orElseThrow(PatternService::notFound);
    }

    /** The HTML of patterns as posts show them, whoever asks; those that do not exist are absent. One statement. */
    public Map<Long, String> html(Collection<Long> wanted) {
        reads.add(wanted.stream().map(Tags::pattern).toList());
        return patterns.all(wanted).stream().collect(Collectors.toMap(Pattern::id, Pattern::html));
    }

    /**
     * @param key null if a repeated request need not be recognised
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field
     */
    public Pattern create(PatternPatch wanted, RequestKey key, Actor actor) {
        requireWriter(actor, "create patterns");
        long id =
                idempotency.once(key, "pattern", actor, () -> add(wanted, actor).id());
        return patterns.findByIdOptional(id).orElseThrow(PatternService::notFound);
    }

    private Pattern add(PatternPatch wanted, Actor actor) {
        var violations = new Violations();
        violations.required("title", wanted.title());
        violations.required("source", wanted.source());
        var title = title(wanted.title(), "", violations);
        var source = source(wanted.source(), "", violations);
        violations.throwIfAny();
        var now = clock.instant();
        var pattern = rendered(() -> new Pattern(ids.next(IdSpace.CONTENT), title, source, now, now));
        patterns.persistAndFlush(pattern);
        events.publish(pattern, ChangeAction.CREATED, actor.userId());
        return pattern;
    }

    /**
     * @throws CmsException {@link ErrorCode#PATTERN_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, or {@link
     *     ErrorCode#VALIDATION_FAILED} as {@link #create}
     */
    public Pattern update(long id, PatternPatch wanted, ExpectedVersion expected, Actor actor) {
        requireWriter(actor, "change patterns");
        var pattern = patterns.lock(id).orElseThrow(PatternService::notFound);
        expected.check(pattern.version());
        var violations = new Violations();
        var title = title(wanted.title(), pattern.title(), violations);
        var source = source(wanted.source(), pattern.source(), violations);
        violations.throwIfAny();
        int version = pattern.version();
        rendered(() -> {
            pattern.update(title, source, clock.instant());
            return pattern;
        });
        patterns.flush();
        if (pattern.version() != version) {
            events.publish(pattern, ChangeAction.UPDATED, actor.userId());
        }
        return pattern;
    }

    /**
     * Deletes a pattern; posts show nothing in its place from then on.
     *
     * @throws CmsException {@link ErrorCode#PATTERN_NOT_FOUND} or {@link ErrorCode#VERSION_MISMATCH}
     */
    public void delete(long id, ExpectedVersion expected, Actor actor) {
        requireWriter(actor, "delete patterns");
        var pattern = patterns.lock(id).orElseThrow(PatternService::notFound);
        expected.check(pattern.version());
        patterns.delete(pattern);
        patterns.flush();
        events.publish(pattern, ChangeAction.DELETED, actor.userId());
    }

    private static void requireReader(Actor actor) {
        actor.require(Capability.EDIT_POSTS, Scope.CONTENT_READ, "read patterns");
    }

    private static void requireWriter(Actor actor, String what) {
        actor.require(Capability.EDIT_OTHERS_POSTS, Scope.CONTENT_WRITE, what);
    }

    private static String title(Patch<String> wanted, String former, Violations violations) {
        if (!wanted.isSet() || !violations.hasValue("title", wanted)) {
            return former;
        }
        var title = wanted.value().strip();
        violations.requiredText("title", title, MAX_TITLE);
        return title;
    }

    private static String source(Patch<String> wanted, String former, Violations violations) {
        if (!wanted.isSet() || !violations.hasValue("source", wanted)) {
            return former;
        }
        violations.text("source", wanted.value(), MarkupBudget.MAX_CHARS);
        return wanted.value();
    }

    /** Refuses a text that is too expensive to render. */
    private static Pattern rendered(Supplier<Pattern> pattern) {
        try {
            return pattern.get();
        } catch (ContentTooComplexException e) {
            throw CmsException.field("source", "too_complex", e.getMessage());
        }
    }

    private static CmsException notFound() {
        return new CmsException(ErrorCode.PATTERN_NOT_FOUND, "There is no such pattern.");
    }
}
