package io.masthead.imports;

import io.masthead.imports.item.CustomFieldsOf;
import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.RecordHash;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrTerm;
import io.masthead.imports.wxr.WxrTermRef;
import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Patch;
import io.masthead.taxonomy.ImportedTerm;
import io.masthead.taxonomy.TermImport;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermPatch;
import io.masthead.taxonomy.TermService;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;
import io.masthead.user.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Maps categories and tags of the export, and creates missing ones. */
@ApplicationScoped
class TermWriter {

    private static final int MAX_NAME = 200;
    private static final int MAX_KEY = 280;
    private static final String NAMELESS = "It was left out: it has neither a name nor a slug. Its posts were kept.";
    private static final int MAX_DESCRIPTION = 20_000;

    private final TermImport terms;
    private final TermService service;
    private final ImportMappings mappings;
    private final ImportReferences references;

    TermWriter(TermImport terms, TermService service, ImportMappings mappings, ImportReferences references) {
        this.terms = terms;
        this.service = service;
        this.mappings = mappings;
        this.references = references;
    }

    /** Reads the mappings of these terms in advance. */
    void prefetch(ImportContext context, List<PreparedRecord.Term> records) {
        mappings.prefetch(
                context,
                ImportMappings.TERM,
                records.stream()
                        .map(record ->
                                key(record.term().taxonomy(), record.term().slug()))
                        .collect(Collectors.toSet()));
        mappings.prefetch(
                context,
                ImportMappings.TERM_ID,
                records.stream()
                        .filter(record -> record.term().id() != null)
                        .map(record -> idKey(
                                record.term().taxonomy(), record.term().id().toString()))
                        .collect(Collectors.toSet()));
    }

    void write(ImportContext context, PreparedRecord.Term record, ImportReport report) {
        var term = record.term();
        var key = key(term.taxonomy(), term.slug());
        if (context.known(key) != null) {
            return; // listed twice
        }
        if (!Kinds.isTerm(term.taxonomy())) {
            context.put(key, 0);
            report.skipped(record.kind());
            return;
        }
        if (isNameless(term)) {
            report.skipped(record.kind());
            report.warn(record, NAMELESS);
            return;
        }
        var existing = idOf(context, term);
        mapId(context, term, existing.isPresent() ? existing.get() : create(context, term, report));
        if (existing.isPresent() && context.options().update() && isChanged(context, term)) {
            update(context, term, existing.get());
            report.written(record.kind());
        } else if (existing.isPresent()) {
            report.skipped(record.kind());
        } else {
            report.written(record.kind());
        }
    }

    private boolean isChanged(ImportContext context, WxrTerm term) {
        var key = key(term.taxonomy(), term.slug());
        return mappings.changed(context.source(), ImportMappings.TERM, Map.of(key, RecordHash.of(term)))
                        .get(key)
                != null;
    }

    /** A parent that comes later in the file, or not at all, leaves the category where it is. */
    private void update(ImportContext context, WxrTerm term, long id) {
        var name = name(term);
        var description = SourceText.storable(term.description());
        var parent = parent(context, term);
        var moves = kind(term) == TermKind.CATEGORY && (term.parentSlug().isEmpty() || parent.isPresent());
        service.update(
                kind(term),
                id,
                new TermPatch(
                        name.isEmpty() ? Patch.absent() : Patch.to(name),
                        Patch.absent(),
                        description.length() > MAX_DESCRIPTION ? Patch.absent() : Patch.to(description),
                        moves ? Patch.to(parent.orElse(null)) : Patch.absent()),
                OnConflict.FIT,
                ExpectedVersion.ANY,
                new Actor(context.ownerId(), Role.ADMINISTRATOR.capabilities()));
    }

    private static String name(WxrTerm term) {
        return SourceText.of(PlainText.of(SourceText.storable(term.name())), MAX_NAME)
                .strip();
    }

    /** Items of menus name terms by their ids, all others by their slugs. */
    private void mapId(ImportContext context, WxrTerm term, long id) {
        if (term.id() == null) {
            return;
        }
        var key = idKey(term.taxonomy(), term.id().toString());
        if (context.known(key) == null
                && mappings.find(context, ImportMappings.TERM_ID, key).isEmpty()) {
            mappings.add(context.source(), ImportMappings.TERM_ID, key, id);
        }
        context.put(key, id);
    }

    /** The key of a term by its id, which a category and a tag can share in old exports. */
    static String idKey(String taxonomy, String id) {
        return SourceText.of(taxonomy + "#" + id, MAX_KEY);
    }

    /** Our ids of the categories and tags that an item names. */
    List<Long> placed(ImportContext context, List<WxrTermRef> named, ImportReport report) {
        var ids = new ArrayList<Long>();
        for (var ref : named) {
            if (Kinds.isTerm(ref.taxonomy())) {
                var term = new WxrTerm(null, ref.taxonomy(), ref.slug(), "", ref.name(), "", List.of());
                if (isNameless(term)) {
                    report.warn(Kinds.ofTaxonomy(ref.taxonomy()), "", "", NAMELESS);
                    continue;
                }
                var id = idOf(context, term);
                // Not counted: the file has no record of it.
                ids.add(id.isPresent() ? id.get() : Long.valueOf(create(context, term, report)));
            }
        }
        return ids;
    }

    static String key(String taxonomy, String slug) {
        return SourceText.of(taxonomy + "/" + slug, MAX_KEY);
    }

    private static boolean isNameless(WxrTerm term) {
        return PlainText.of(SourceText.storable(term.name())).isBlank()
                && SourceText.storable(term.slug()).isBlank();
    }

    private Optional<Long> idOf(ImportContext context, WxrTerm term) {
        var key = key(term.taxonomy(), term.slug());
        var known = context.known(key);
        if (known != null) {
            return Optional.of(known);
        }
        var id = mappings.find(context, ImportMappings.TERM, key);
        if (id.isEmpty()) {
            id = terms.find(kind(term), slug(term)).map(found -> found.id());
            id.ifPresent(existing -> mappings.add(context.source(), ImportMappings.TERM, key, existing));
        }
        id.ifPresent(existing -> context.put(key, existing));
        return id;
    }

    private long create(ImportContext context, WxrTerm term, ImportReport report) {
        var key = key(term.taxonomy(), term.slug());
        var parent = parent(context, term);
        var name = name(term);
        var description = SourceText.storable(term.description());
        if (description.length() > MAX_DESCRIPTION) {
            description = "";
            report.warn(
                    Kinds.ofTaxonomy(term.taxonomy()),
                    term.slug(),
                    name,
                    "The description was left out: it is longer than %,d characters.".formatted(MAX_DESCRIPTION));
        }
        var slug = slug(term);
        long id = terms.create(
                        kind(term),
                        new ImportedTerm(
                                SourceIds.isUsable(term.id()) ? term.id() : null,
                                name.isEmpty() ? SourceText.of(term.slug(), MAX_NAME) : name,
                                slug.isEmpty() ? null : slug,
                                description,
                                parent.orElse(null),
                                CustomFieldsOf.of(
                                        term.meta(),
                                        warning -> report.warn(
                                                Kinds.ofTaxonomy(term.taxonomy()), term.slug(), name, warning))))
                .id();
        mappings.add(context.source(), ImportMappings.TERM, key, id, RecordHash.of(term));
        context.put(key, id);
        if (parent.isEmpty() && !term.parentSlug().isEmpty() && kind(term) == TermKind.CATEGORY) {
            references.add(context, ImportReferences.CATEGORY, id, key(term.taxonomy(), term.parentSlug()));
        }
        return id;
    }

    /** Empty if it has none, or one that comes later. */
    private Optional<Long> parent(ImportContext context, WxrTerm term) {
        if (term.parentSlug().isEmpty() || kind(term) == TermKind.TAG) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.known(key(term.taxonomy(), term.parentSlug())));
    }

    private static TermKind kind(WxrTerm term) {
        return term.taxonomy().equals("category") ? TermKind.CATEGORY : TermKind.TAG;
    }

    private static String slug(WxrTerm term) {
        return SourceText.slug(term.slug()).orElseGet(() -> Slugs.from(SourceText.storable(term.name())));
    }
}
