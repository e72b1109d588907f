package io.masthead.imports;

import io.masthead.imports.item.SourceText;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.media.fetch.FetchConfig;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.platform.job.Jobs;
import io.masthead.text.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Accepts export files and reports on their import, for users who may import. */
@ApplicationScoped
public class ImportService {

    private static final String IMPORT = "import content";
    private static final int MAX_FILE_NAME = 255;
    private static final int MAX_URL = 500;

    private final ImportRepository imports;
    private final ImportFile files;
    private final AuthorChoices choices;
    private final ImportSources sources;
    private final Jobs jobs;
    private final Idempotency idempotency;
    private final Events events;
    private final FetchConfig fetching;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            ImportFile files,
            AuthorChoices choices,
            ImportSources sources,
            Jobs jobs,
            Idempotency idempotency,
            Events events,
            FetchConfig fetching,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.choices = choices;
        this.sources = sources;
        this.jobs = jobs;
        this.idempotency = idempotency;
        this.events = events;
        this.fetching = fetching;
        this.clock = clock;
    }

    /**
     * Stores the file and queues its import. Must not be called in a transaction, since the client may be slow.
     *
     * @param fileName for display; cut to 255 characters
     * @param file read to its end and left open
     * @param key null if the client sent no Idempotency-Key
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED}, {@link ErrorCode#FORBIDDEN}, {@link
     *     ErrorCode#SCOPE_MISSING} for a caller with a token who assigns roles above the lowest or imports
     *     settings, or {@link ErrorCode#VALIDATION_FAILED} for an empty {@code file}, or for {@code options}
     *     that name an unknown user, or {@link ErrorCode#FETCH_DISABLED} for files from the exported site
     * @throws IllegalArgumentException for files from a folder of this server, which no client may choose
     * @throws UncheckedIOException if the file cannot be read
     */
    @Transactional(Transactional.TxType.NEVER)
    public Import start(String fileName, InputStream file, ImportOptions options, RequestKey key, Actor actor) {
        actor.require(Capability.IMPORT, Scope.IMPORTS_WRITE, IMPORT);
        switch (options.files().kind()) {
            case FETCH -> requireFetch();
            case FOLDER -> throw new IllegalArgumentException("Only the operator may have files of this server read");
            case NONE -> {
                // Nothing is asked of this server.
            }
        }
        return accept(fileName, file, options, key, actor);
    }

    /**
     * As {@link #start}, for the operator of the server, who may have files taken from anywhere.
     *
     * @throws CmsException as {@link #start}, but for {@link ErrorCode#FETCH_DISABLED}
     */
    @Transactional(Transactional.TxType.NEVER)
    public Import startByOperator(String fileName, InputStream file, ImportOptions options, Actor operator) {
        return accept(fileName, file, options, null, operator);
    }

    private void requireKnown(String site) {
        var isKnown = site.length() <= MAX_URL
                && TextRules.isStorable(site)
                && Transactions.requiringNew().call(() -> sources.find(site).isPresent());
        if (!isKnown) {
            throw CmsException.field(
                    "options/sameAs",
                    "unknown_site",
                    "No export of the site '%s' has been imported here. Give the URL that it had then."
                            .formatted(SourceText.of(site, MAX_URL)));
        }
    }

    private void requireFetch() {
        if (!fetching.fetch()) {
            throw new CmsException(
                    ErrorCode.FETCH_DISABLED,
                    "This server fetches no files from other sites; its operator can allow it by"
                            + " masthead.media.fetch=true.");
        }
    }

    private Import accept(String fileName, InputStream file, ImportOptions options, RequestKey key, Actor actor) {
        actor.require(Capability.IMPORT, Scope.IMPORTS_WRITE, IMPORT);
        if (options.affectsAccess()) {
            actor.requireSignIn();
        }
        choices.requireUsers(options);
        if (options.sameAs() != null) {
            requireKnown(options.sameAs());
        }
        long id = Transactions.requiringNew().call(imports::nextId);
        long bytes = store(id, file);
        if (bytes == 0) {
            throw CmsException.field("file", "required", "The file is empty.");
        }
        try {
            long kept = Transactions.requiringNew()
                    .call(() ->
                            idempotency.once(key, "import", actor, () -> queue(id, fileName, bytes, options, actor)));
            if (kept != id) {
                files.delete(id);
            }
            return Transactions.requiringNew().call(() -> get(kept, actor));
        } catch (CmsException e) {
            files.delete(id);
            throw e;
        }
    }

    /**
     * Checks that the caller may import, before the file is received.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} or {@link ErrorCode#FORBIDDEN}
     */
    public void requireAllowed(Actor actor) {
        actor.require(Capability.IMPORT, IMPORT);
    }

    /**
     * The current state of the import.
     *
     * @throws CmsException {@link ErrorCode#IMPORT_NOT_FOUND}, or as {@link #start}
     */
    @Transactional
    public Import get(long id, Actor actor) {
        actor.require(Capability.IMPORT, IMPORT);
        var run = imports.findByIdOptional(id)
                .orElseThrow(() -> new CmsException(ErrorCode.IMPORT_NOT_FOUND, "There is no such import."));
        return run.view(imports.counts(List.of(id)).getOrDefault(id, List.of()), imports.warnings(id));
    }

    /** Latest first, without warnings. */
    @Transactional
    public Page<Import> search(PageRequest page, Actor actor) {
        actor.require(Capability.IMPORT, IMPORT);
        return imports.search(page);
    }

    private long queue(long id, String fileName, long bytes, ImportOptions options, Actor actor) {
        var now = clock.instant();
        var name = SourceText.of(fileName, MAX_FILE_NAME);
        imports.persistAndFlush(new ImportRun(id, name, bytes, options, actor.userId(), now));
        jobs.schedule(ImportJob.KIND, id, now);
        events.publish(new ContentChanged(Subject.IMPORT, id, ChangeAction.CREATED, 0, null, Set.of(), actor.userId()));
        return id;
    }

    private long store(long id, InputStream file) {
        try {
            return files.store(id, file);
        } catch (IOException e) {
            files.delete(id);
            throw new UncheckedIOException(e);
        }
    }
}
