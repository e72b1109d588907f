package io.masthead.imports;

import io.masthead.imports.item.ImportWarning;
import io.masthead.platform.db.JsonObjectConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The row of an import. Its version prevents two nodes from continuing the same import. */
@Entity
@Table(name = "import_run")
class ImportRun {

    @Id
    private Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.QUEUED;

    @Column(name = "file_name")
    private String fileName;

    private long bytes;

    @Column(name = "site_url")
    private String siteUrl = "";

    @Column(name = "site_title")
    private String siteTitle = "";

    @Convert(converter = JsonObjectConverter.class)
    private Map<String, Object> options;

    @Column(name = "records_found")
    private int recordsFound;

    @Column(name = "records_done")
    private int recordsDone;

    private int starts;

    @Column(name = "rewritten_key")
    private String rewrittenKey = "";

    @Column(name = "warning_count")
    private int warningCount;

    private String failure;

    @Column(name = "failure_line")
    private Integer failureLine;

    @Column(name = "failure_column")
    private Integer failureColumn;

    @Column(name = "created_by")
    private Long createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ImportRun() {} // for Hibernate

    ImportRun(long id, String fileName, long bytes, ImportOptions options, Long createdBy, Instant now) {
        this.id = id;
        this.fileName = fileName;
        this.bytes = bytes;
        this.options = options.toJson();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void begin(Instant now) {
        status = ImportStatus.RUNNING;
        starts++;
        startedAt = startedAt == null ? now : startedAt;
        updatedAt = now;
    }

    void checked(String url, String title, int found, Instant now) {
        siteUrl = url;
        siteTitle = title;
        recordsFound = found;
        updatedAt = now;
    }

    void progress(int done, Instant now) {
        recordsDone = done;
        starts = 1;
        updatedAt = now;
    }

    /** Something was done after all records. */
    void progress(Instant now) {
        progress(recordsDone, now);
    }

    /** The addresses of all posts up to this key have been rewritten. */
    void rewrote(String lastKey, Instant now) {
        rewrittenKey = lastKey;
        progress(now);
    }

    void warned(int more) {
        warningCount += more;
    }

    void complete(Instant now) {
        status = ImportStatus.COMPLETED;
        finishedAt = now;
        updatedAt = now;
    }

    void fail(String sentence, Integer line, Integer column, Instant now) {
        status = ImportStatus.FAILED;
        failure = sentence;
        failureLine = line;
        failureColumn = column;
        finishedAt = now;
        updatedAt = now;
    }

    Long id() {
        return id;
    }

    ImportStatus status() {
        return status;
    }

    ImportOptions options() {
        return ImportOptions.of(options);
    }

    int recordsDone() {
        return recordsDone;
    }

    /** See {@link #rewrote}; empty before the first. */
    String rewrittenKey() {
        return rewrittenKey;
    }

    int starts() {
        return starts;
    }

    int warningCount() {
        return warningCount;
    }

    Long createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Import view(List<ImportCount> counts, List<ImportWarning> warnings) {
        return new Import(
                id,
                version,
                status,
                fileName,
                bytes,
                siteUrl,
                siteTitle,
                options(),
                recordsFound,
                recordsDone,
                counts,
                warnings,
                warningCount,
                failure,
                failureLine,
                failureColumn,
                createdBy,
                createdAt,
                startedAt,
                finishedAt,
                updatedAt);
    }
}
