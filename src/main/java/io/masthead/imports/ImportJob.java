package io.masthead.imports;

import io.masthead.imports.files.SiteHosts;
import io.masthead.imports.item.ItemRenderer;
import io.masthead.imports.item.SourceText;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.ids.Sequences;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.masthead.setting.SettingService;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Imports one file or archive: a first pass checks it without storing anything, a second one writes it. If a node dies,
 * another one continues where it stopped. After the records come files and addresses, if they are wanted.
 */
@ApplicationScoped
class ImportJob implements JobHandler {

    static final String KIND = "import";

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    private static final int MAX_STARTS = 5;
    private static final int MAX_REFERENCES = 200;
    private static final int MAX_TITLE = 400;

    private final ImportRepository imports;
    private final ImportFile files;
    private final ExportReader exports;
    private final ImportSources sources;
    private final Sequences sequences;
    private final BatchWriter batches;
    private final FilePass filePass;
    private final AddressPass addressPass;
    private final SiteSettingsImport siteSettings;
    private final SettingService settings;
    private final Jobs jobs;
    private final Clock clock;

    ImportJob(
            ImportRepository imports,
            ImportFile files,
            ExportReader exports,
            ImportSources sources,
            Sequences sequences,
            BatchWriter batches,
            FilePass filePass,
            AddressPass addressPass,
            SiteSettingsImport siteSettings,
            SettingService settings,
            Jobs jobs,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.exports = exports;
        this.sources = sources;
        this.sequences = sequences;
        this.batches = batches;
        this.filePass = filePass;
        this.addressPass = addressPass;
        this.siteSettings = siteSettings;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** This node is about to stop; the import continues later or on another node. */
    private static final class Paused extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long importId) {
        if (!begin(importId)) {
            files.delete(importId); // also if a node died right after the end
            return;
        }
        try {
            var check = new PreflightPass();
            exports.read(importId, check);
            var refusal = check.refusal().or(() -> AuthorChoices.refusal(options(importId), check.logins()));
            if (refusal.isPresent()) {
                fail(importId, refusal.get(), null, null);
            } else {
                write(importId, check);
            }
        } catch (ExportException e) {
            var place = e.location();
            fail(importId, e.getMessage(), place == null ? null : place.line(), place == null ? null : place.column());
        } catch (IOException e) {
            LOG.errorf(e, "Import %d cannot read its file", importId);
            fail(importId, "The file could not be read.", null, null);
        } catch (Paused e) {
            Transactions.requiringNew().run(() -> jobs.schedule(KIND, importId, clock.instant()));
        }
    }

    private boolean begin(long importId) {
        return Transactions.requiringNew().call(() -> {
            var run = imports.findById(importId);
            if (run == null || run.status().isOver()) {
                return false;
            }
            run.begin(clock.instant());
            if (run.starts() > MAX_STARTS) {
                run.fail(
                        "The import stopped %d times at the same record and was aborted.".formatted(MAX_STARTS),
                        null,
                        null,
                        clock.instant());
                filePass.discard(importId);
                return false;
            }
            return true;
        });
    }

    private ImportOptions options(long importId) {
        return Transactions.requiringNew().call(() -> imports.findById(importId).options());
    }

    private void write(long importId, PreflightPass check) throws IOException {
        var site = check.siteKey();
        var context = Transactions.requiringNew().call(() -> checked(importId, check, site));
        sequences.moveBeyond("content_id_seq", check.highestContent());
        sequences.moveBeyond("term_id_seq", check.highestTerm());
        sequences.moveBeyond("comment_id_seq", check.highestComment());
        sequences.moveBeyond("user_id_seq", check.highestUser());

        var preparation = new ItemRenderer(settings.get().timeZone(), clock.instant());
        var reading = new ImportPass(context.done(), preparation, batch -> writeBatch(context, batch));
        exports.read(importId, reading);
        reading.finish();
        var progress = ReferenceWriter.Progress.START;
        while (!progress.isOver()) {
            pauseIfStopping();
            progress = batches.writeReferences(context, progress, MAX_REFERENCES);
        }
        if (context.options().settings()) {
            siteSettings.run(check.site(), context.ownerId()).ifPresent(warning -> warn(importId, warning));
        }
        var hosts = new SiteHosts(List.of(check.site().url(), check.site().networkUrl()));
        filePass.run(context, hosts, this::pauseIfStopping);
        addressPass.run(context, hosts, this::pauseIfStopping);
        change(importId, run -> {
            var report = new ImportReport();
            check.unmappedFields().report(report);
            report.store(run, imports);
            run.complete(clock.instant());
        });
        files.delete(importId);
    }

    private void writeBatch(ImportContext context, List<PreparedRecord> batch) {
        pauseIfStopping();
        batches.write(context, batch);
    }

    private void pauseIfStopping() {
        if (jobs.isStopping()) {
            throw new Paused();
        }
    }

    private ImportContext checked(long importId, PreflightPass check, String site) {
        var run = imports.findById(importId);
        run.checked(site, SourceText.of(check.site().title(), MAX_TITLE), check.records(), clock.instant());
        check.found().forEach((kind, found) -> imports.found(importId, kind, found.carried(), found.count()));
        var now = settings.get();
        return new ImportContext(
                importId,
                sources.of(site, run.options().sameAs()),
                run.options(),
                run.createdBy() == null ? User.FIRST_ADMINISTRATOR : run.createdBy(),
                now.defaultCommentsOpen(),
                now.defaultPingsOpen(),
                now.defaultCategoryId(),
                run.recordsDone());
    }

    private void warn(long importId, String warning) {
        change(importId, run -> {
            var report = new ImportReport();
            report.warn("settings", "", "", warning);
            report.store(run, imports);
        });
    }

    private void fail(long importId, String sentence, Integer line, Integer column) {
        change(importId, run -> {
            run.fail(SourceText.of(sentence, 2_000), line, column, clock.instant());
            filePass.discard(importId);
        });
        files.delete(importId);
    }

    private void change(long importId, Consumer<ImportRun> change) {
        Transactions.requiringNew().run(() -> change.accept(imports.findById(importId)));
    }
}
