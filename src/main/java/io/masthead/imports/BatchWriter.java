package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.kernel.CmsException;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Writes records in batches, each with its mappings, counts and warnings in one transaction. */
@ApplicationScoped
class BatchWriter {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int JDBC_BATCH = 100;

    private final AuthorWriter authors;
    private final TermWriter terms;
    private final ItemWriter items;
    private final PatternWriter patternWriter;
    private final MenuWriter menus;
    private final NavigationWriter navigations;
    private final ReferenceWriter references;
    private final ImportRepository imports;
    private final ImportMappings mappings;
    private final EntityManager entities;
    private final Clock clock;

    BatchWriter(
            AuthorWriter authors,
            TermWriter terms,
            ItemWriter items,
            PatternWriter patternWriter,
            MenuWriter menus,
            NavigationWriter navigations,
            ReferenceWriter references,
            ImportRepository imports,
            ImportMappings mappings,
            EntityManager entities,
            Clock clock) {
        this.authors = authors;
        this.terms = terms;
        this.items = items;
        this.patternWriter = patternWriter;
        this.menus = menus;
        this.navigations = navigations;
        this.references = references;
        this.imports = imports;
        this.mappings = mappings;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Writes the records, in the order of the file. Records that the database refuses are found by bisection,
     * and skipped with a warning; failures of an unavailable database are thrown.
     */
    void write(ImportContext context, List<PreparedRecord> records) {
        try {
            attempt(context, records, report -> put(context, records, report));
        } catch (RuntimeException e) {
            context.clear();
            if (!isRefusal(e)) {
                throw e;
            }
            if (records.size() > 1) {
                int half = records.size() / 2;
                write(context, records.subList(0, half));
                write(context, records.subList(half, records.size()));
            } else {
                LOG.warnf(
                        "Import %d skipped record %d, which cannot be stored: %s",
                        context.importId(), records.get(0).position(), reason(e));
                attempt(context, records, report -> skip(records.get(0), e, report));
            }
        }
    }

    /**
     * Resolves some references. Repeated, it reads again what has been deleted meanwhile.
     *
     * @return how far it has come; the next call continues there
     */
    ReferenceWriter.Progress writeReferences(ImportContext context, ReferenceWriter.Progress progress, int limit) {
        return Transactions.requiringNew(TIMEOUT).call(() -> {
            locked(context);
            var report = new ImportReport();
            var next = references.write(context, progress, limit, report);
            entities.flush();
            entities.clear();
            report.store(locked(context), imports);
            return next;
        });
    }

    private void attempt(ImportContext context, List<PreparedRecord> records, Consumer<ImportReport> work) {
        int last = records.get(records.size() - 1).position();
        Transactions.ofBatch(TIMEOUT, context::clear).run(() -> {
            entities.unwrap(Session.class).setJdbcBatchSize(JDBC_BATCH);
            locked(context);
            var report = new ImportReport();
            work.accept(report);
            entities.flush();
            entities.clear();
            var run = locked(context);
            report.store(run, imports);
            run.progress(last, clock.instant());
        });
        context.doneUpTo(last);
    }

    /** Another node may have taken over the import while this one was suspended. */
    private ImportRun locked(ImportContext context) {
        var run = imports.findById(context.importId(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.status() != ImportStatus.RUNNING || run.recordsDone() != context.done()) {
            throw new IllegalStateException("Import " + context.importId() + " has been taken over by another node");
        }
        return run;
    }

    private void put(ImportContext context, List<PreparedRecord> records, ImportReport report) {
        if (context.options().update()) {
            mappings.lockSource(context.source());
        }
        authors.prefetch(context, only(PreparedRecord.Author.class, records));
        terms.prefetch(context, only(PreparedRecord.Term.class, records));
        var batch = new ArrayList<PreparedRecord.Item>();
        var links = new ArrayList<PreparedRecord.Item>();
        var patterns = new ArrayList<PreparedRecord.Item>();
        for (var record : records) {
            record.warnings().forEach(remark -> report.warn(record, remark));
            if (record instanceof PreparedRecord.Author author) {
                authors.write(context, author, report);
            } else if (record instanceof PreparedRecord.Term menu
                    && Kinds.isMenu(menu.term().taxonomy())) {
                menus.write(context, menu, report);
            } else if (record instanceof PreparedRecord.Term term) {
                terms.write(context, term, report);
            } else if (record instanceof PreparedRecord.Item item) {
                switch (item.kind()) {
                    case Kinds.MENUS -> navigations.write(context, item, report);
                    case Kinds.MENU_ITEMS -> links.add(item);
                    case Kinds.PATTERNS -> patterns.add(item);
                    default -> batch.add(item);
                }
            }
        }
        patternWriter.write(context, patterns, report);
        items.write(context, batch, report);
        menus.write(context, links, report);
    }

    private static <T> List<T> only(Class<T> type, List<PreparedRecord> records) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void skip(PreparedRecord record, RuntimeException refusal, ImportReport report) {
        report.skipped(record.kind());
        report.warn(
                record,
                refusal instanceof CmsException refused
                        ? "It was skipped: " + refused.getMessage()
                        : "It was skipped: the database refuses it.");
    }

    /** One line: the refused values are in the import's own report. */
    private static String reason(RuntimeException refusal) {
        Throwable cause = refusal;
        while (!(cause instanceof CmsException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** SQL states 22 and 23: the data is invalid, or conflicts with other data. */
    private static boolean isRefusal(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CmsException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
