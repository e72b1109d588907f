package io.masthead.taxonomy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
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
import io.masthead.platform.slug.SlugLookup;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.setting.SettingService;
import io.masthead.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Categories and tags: everybody reads them, users who may write posts create tags, and editors manage
 * everything else.
 */
@ApplicationScoped
@Transactional
public class TermService {

    private final TermRepository terms;
    private final TermRules rules;
    private final TermSlugs termSlugs;
    private final SlugRegistry slugs;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Ids ids;
    private final TermEvents events;
    private final ReadTags reads;
    private final Clock clock;

    TermService(
            TermRepository terms,
            TermRules rules,
            TermSlugs termSlugs,
            SlugRegistry slugs,
            SettingService settings,
            Idempotency idempotency,
            Ids ids,
            TermEvents events,
            ReadTags reads,
            Clock clock) {
        this.terms = terms;
        this.rules = rules;
        this.termSlugs = termSlugs;
        this.slugs = slugs;
        this.settings = settings;
        this.idempotency = idempotency;
        this.ids = ids;
        this.events = events;
        this.reads = reads;
        this.clock = clock;
    }

    /** One statement, or two if a total is wanted that the page does not reveal. */
    @BoundedReads
    public Page<Term> search(TermQuery query, Actor actor) {
        var found = terms.search(query);
        reads.add(Tags.TERMS);
        reads.add(found.items().stream().map(term -> Tags.term(term.id())).toList());
        return found;
    }

    /**
     * The term with this name, ignoring case.
     *
     * @param parentId for categories: null for those at the root
     */
    public Optional<Term> findByName(TermKind kind, String name, Long parentId) {
        return terms.namedLike(kind, Folding.key(name), parentId).stream()
                .filter(term -> term.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** @throws CmsException {@link ErrorCode#TERM_NOT_FOUND} */
    public Term get(TermKind kind, long id) {
        reads.add(Tags.term(id));
        return terms.find(kind, id).orElseThrow(() -> notFound(kind));
    }

    /**
     * Also finds the term by a former slug.
     *
     * @throws CmsException {@link ErrorCode#TERM_NOT_FOUND}
     */
    public SlugLookup<Term> getBySlug(TermKind kind, String slug) {
        var target = slugs.find(kind.slugScope(), slug).orElseThrow(() -> notFound(kind));
        if (!target.current()) {
            reads.add(Tags.TERMS); // another term may take the slug
        }
        return new SlugLookup<>(get(kind, target.ownerId()), target.current());
    }

    /** The former slugs, in alphabetical order. */
    public List<String> formerSlugs(Term term) {
        return slugs.formerOf(term.kind().slugScope(), term.id());
    }

    /** As {@link #formerSlugs(Term)}, of several of one kind by their ids; those without are absent. One statement. */
    public Map<Long, List<String>> formerSlugs(TermKind kind, List<Term> of) {
        return slugs.formerOf(
                List.of(kind.slugScope()), of.stream().map(Term::id).toList());
    }

    /**
     * @param key null if a repeated request need not be recognised
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code name}, {@code slug}, {@code
     *     description} or {@code parentId}
     */
    public Term create(TermKind kind, NewTerm wanted, RequestKey key, Actor actor) {
        return create(kind, wanted, OnConflict.REFUSE, key, actor);
    }

    /**
     * As {@link #create(TermKind, NewTerm, RequestKey, Actor)}.
     *
     * @param onConflict how to handle a chosen slug that is malformed or taken
     */
    public Term create(TermKind kind, NewTerm wanted, OnConflict onConflict, RequestKey key, Actor actor) {
        requireCreate(kind, actor);
        return get(
                kind,
                idempotency.once(
                        key,
                        "term",
                        actor,
                        () -> add(kind, wanted, onConflict, actor).id()));
    }

    /** Refuses callers who may not create such terms. */
    static void requireCreate(TermKind kind, Actor actor) {
        if (kind == TermKind.TAG) {
            actor.require(Capability.EDIT_POSTS, Scope.CONTENT_WRITE, "create tags");
        } else {
            actor.require(Capability.MANAGE_CATEGORIES, Scope.CONTENT_WRITE, "create categories");
        }
    }

    /**
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} as {@link #create}, and for a {@code parentId}
     *     that is the category itself or one of its descendants
     */
    public Term update(TermKind kind, long id, TermPatch wanted, ExpectedVersion expected, Actor actor) {
        return update(kind, id, wanted, OnConflict.REFUSE, expected, actor);
    }

    /**
     * As {@link #update(TermKind, long, TermPatch, ExpectedVersion, Actor)}.
     *
     * @param onConflict how to handle a malformed slug, and a parent that is the category itself or one of its
     *     descendants: the fitting parent is the root. A slug that is taken is refused
     */
    public Term update(
            TermKind kind, long id, TermPatch wanted, OnConflict onConflict, ExpectedVersion expected, Actor actor) {
        actor.require(Capability.MANAGE_CATEGORIES, Scope.CONTENT_WRITE, "change " + plural(kind));
        if (wanted.parentId().isSet()) {
            // Locked: two concurrent moves, each valid by itself, could create a cycle.
            settings.lock();
        }
        var term = terms.lock(kind, id).orElseThrow(() -> notFound(kind));
        expected.check(term.version());
        var changes = (onConflict == OnConflict.FIT ? fitted(term, wanted) : wanted).differingFrom(term);
        var violations = new Violations();
        var name = changes.name().isSet() ? TermText.name(changes.name().value(), violations) : term.name();
        var description = changes.description().isSet()
                ? TermText.description(changes.description().value(), violations)
                : term.description();
        if (changes.slug().isSet() && changes.slug().value() != null) {
            TermText.slug(changes.slug().value(), violations);
        }
        rules.checkParent(kind, id, changes.parentId(), violations);
        var fields = CustomFields.changed(term.customFields(), changes.customFields(), violations);
        violations.throwIfAny();

        var parentId = changes.parentId().orKeep(term.parentId());
        if (!name.equals(term.name()) || !Objects.equals(parentId, term.parentId())) {
            rules.checkNameIsFree(kind, id, name, parentId);
        }
        var slug = changes.slug().isSet()
                ? termSlugs.change(term, name, changes.slug().value())
                : term.slug();
        var moves = !slug.equals(term.slug()) || !Objects.equals(parentId, term.parentId());
        var version = term.version();
        term.update(name, slug, description, parentId, fields, clock.instant());
        terms.flush();
        if (term.version() != version) {
            var below = moves ? terms.below(term) : List.<Long>of();
            events.publish(term, below, ChangeAction.UPDATED, actor.userId());
        }
        return term;
    }

    /** The terms that exist, by id; one statement. */
    public Map<Long, Term> find(TermKind kind, Collection<Long> ids) {
        reads.add(ids.stream().map(Tags::term).toList());
        return terms.findAll(kind, ids).stream().collect(Collectors.toMap(Term::id, Function.identity()));
    }

    /** The ids that terms of this kind have, in the given order. */
    public List<Long> existing(TermKind kind, List<Long> wanted) {
        var found = terms.findAll(kind, new LinkedHashSet<>(wanted)).stream()
                .map(Term::id)
                .collect(Collectors.toSet());
        return wanted.stream().filter(found::contains).distinct().toList();
    }

    /**
     * Loads terms named in a request; each once, in the given order.
     *
     * @param field the input that names them
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming {@code field/index} for each that does
     *     not exist
     */
    public List<Term> require(TermKind kind, List<Long> wanted, String field) {
        var found = terms.findAll(kind, new LinkedHashSet<>(wanted)).stream()
                .collect(Collectors.toMap(Term::id, Function.identity()));
        var violations = new Violations();
        for (int i = 0; i < wanted.size(); i++) {
            violations.require(
                    found.containsKey(wanted.get(i)),
                    field + "/" + i,
                    "unknown",
                    "There is no %s with the id %s.".formatted(noun(kind), wanted.get(i)));
        }
        violations.throwIfAny();
        return wanted.stream().distinct().map(found::get).toList();
    }

    /**
     * The ids of categories and their descendants, by current or former slug; unknown ones are absent. One
     * statement.
     */
    public Map<String, List<Long>> withDescendants(Collection<String> categorySlugs) {
        return terms.withDescendants(categorySlugs);
    }

    /** By current or former slug; unknown ones are absent. One statement, or none without slugs. */
    public List<Long> ids(TermKind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : terms.ids(kind, slugs);
    }

    /** How many published posts a term has; 0 for one that does not exist. */
    public int publishedCount(TermKind kind, long id) {
        return terms.publishedCount(kind, id);
    }

    /** As {@link #publishedCount(TermKind, long)}, by current or former slug. */
    public int publishedCount(TermKind kind, String slug) {
        return terms.publishedCount(kind, slug);
    }

    /**
     * The ids of categories and their descendants; unknown ones are absent. One statement, or none without ids.
     */
    public Map<Long, List<Long>> withDescendantsOf(Collection<Long> categoryIds) {
        return categoryIds.isEmpty() ? Map.of() : terms.withDescendantsOf(categoryIds);
    }

    /** Locks terms until the end of the transaction, in one order, before their counts change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<Long> ids) {
        terms.lock(ids);
    }

    /** As {@link #lock}, and no post can get them meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockForDeletion(Collection<Long> ids) {
        terms.lockForDeletion(ids);
    }

    /**
     * Adds to the numbers of published posts. Versions do not change, and terms that the transaction has
     * already read keep their old numbers.
     *
     * @param deltas what to add, by id of the term
     */
    public void adjustCounts(Map<Long, Integer> deltas) {
        var changes = new HashMap<>(deltas);
        changes.values().removeIf(delta -> delta == 0);
        if (!changes.isEmpty()) {
            terms.adjustCounts(changes);
        }
    }

    private TermPatch fitted(Term term, TermPatch wanted) {
        return new TermPatch(
                wanted.name(),
                wanted.slug().map(TermSlugs::fitted),
                wanted.description(),
                wanted.parentId()
                        .differingFrom(term.parentId())
                        .map(parentId -> terms.isAbove(term.id(), parentId) ? null : parentId),
                wanted.customFields());
    }

    private Term add(TermKind kind, NewTerm wanted, OnConflict onConflict, Actor actor) {
        var violations = new Violations();
        var name = TermText.name(wanted.name(), violations);
        var description = TermText.description(wanted.description(), violations);
        var chosen = onConflict == OnConflict.FIT ? TermSlugs.fitted(wanted.slug()) : wanted.slug();
        if (chosen != null) {
            TermText.slug(chosen, violations);
        }
        if (wanted.parentId() != null) {
            rules.checkNewParent(kind, wanted.parentId(), violations);
        }
        var fields = CustomFields.changed(
                Map.of(), wanted.customFields() == null ? Patch.absent() : Patch.to(wanted.customFields()), violations);
        violations.throwIfAny();

        var id = ids.next(IdSpace.TERM);
        // The slug first: a concurrent request with the same name waits here for the first, and then finds the
        // name taken.
        var slug = onConflict == OnConflict.FIT
                ? termSlugs.createFitting(kind, id, name, chosen, parent(kind, wanted))
                : termSlugs.create(kind, id, name, chosen);
        rules.checkNameIsFree(kind, id, name, wanted.parentId());
        var term = new Term(id, kind, name, slug, description, wanted.parentId(), clock.instant());
        term.setCustomFields(fields);
        return store(term, actor);
    }

    /** Stores a new term, whose texts and slug the caller has checked and claimed. */
    Term store(Term term, Actor actor) {
        terms.persist(term);
        events.publish(term, ChangeAction.CREATED, actor.userId());
        return term;
    }

    private Term parent(TermKind kind, NewTerm wanted) {
        return wanted.parentId() == null
                ? null
                : terms.find(kind, wanted.parentId()).orElse(null);
    }

    static CmsException notFound(TermKind kind) {
        return new CmsException(ErrorCode.TERM_NOT_FOUND, "There is no such " + noun(kind) + ".");
    }

    static String noun(TermKind kind) {
        return kind == TermKind.CATEGORY ? "category" : "tag";
    }

    static String plural(TermKind kind) {
        return kind == TermKind.CATEGORY ? "categories" : "tags";
    }
}
