package io.masthead.imports;

import io.masthead.imports.item.ImportWarning;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Paginator;
import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;
import io.masthead.platform.db.PageQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Imports with their counts and warnings. */
@ApplicationScoped
class ImportRepository implements PanacheRepository<ImportRun> {

    private static final SortKey<ImportRun> BY_TIME = SortColumn.ofTime("created", "i.createdAt", ImportRun::createdAt);

    /** Further warnings are only counted. */
    static final int MAX_WARNINGS = 1_000;

    private final StatelessSession stateless;

    ImportRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    long nextId() {
        return number("select nextval('import_run_id_seq')");
    }

    /** Whether nothing has been written or imported yet. */
    boolean siteIsEmpty() {
        return number("select count(*) from post") == 0 && count() == 0;
    }

    Page<Import> search(PageRequest request) {
        var paginator = new Paginator<>(BY_TIME, true, "i.id", request, "imports");
        var page = new PageQuery<>("i", "ImportRun i", "", new Filter(), paginator)
                .read(stateless, ImportRun.class, ImportRun::id);
        var counts = counts(page.items().stream().map(ImportRun::id).toList());
        return page.map(run -> run.view(counts.getOrDefault(run.id(), List.of()), List.of()));
    }

    Map<Long, List<ImportCount>> counts(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return rows(
                        "select import_id, kind, carried, found, written, skipped from import_count"
                                + " where import_id in (:ids) order by import_id, carried desc, kind",
                        Map.of("ids", ids))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, Number.class).longValue(),
                        Collectors.mapping(
                                row -> new ImportCount(
                                        row.get(1, String.class),
                                        row.get(2, Boolean.class),
                                        row.get(3, Number.class).intValue(),
                                        row.get(4, Number.class).intValue(),
                                        row.get(5, Number.class).intValue()),
                                Collectors.toList())));
    }

    List<ImportWarning> warnings(long id) {
        return list(
                "select kind, source_key, title, message from import_warning"
                        + " where import_id = :id order by number",
                Map.of("id", id),
                row -> new ImportWarning(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class)));
    }

    /** Stores the number of records in the file; a restart finds the same. */
    void found(long id, String kind, boolean carried, int found) {
        execute(
                "insert into import_count (import_id, kind, carried, found, written, skipped)"
                        + " values (:id, :kind, :carried, :found, 0, 0) on conflict do nothing",
                Map.of("id", id, "kind", kind, "carried", carried, "found", found));
    }

    /** Adds objects without records of their own. */
    void addFound(long id, String kind, int more) {
        found(id, kind, true, 0);
        execute(
                "update import_count set found = found + :more" + " where import_id = :id and kind = :kind",
                Map.of("id", id, "kind", kind, "more", more));
    }

    void count(long id, String kind, int written, int skipped) {
        execute(
                "update import_count set written = written + :written, skipped = skipped + :skipped"
                        + " where import_id = :id and kind = :kind",
                Map.of("id", id, "kind", kind, "written", written, "skipped", skipped));
    }

    void warn(long id, int number, ImportWarning warning) {
        execute(
                "insert into import_warning (import_id, number, kind, source_key, title, message)"
                        + " values (:id, :number, :kind, :key, :title, :message)",
                Map.of(
                        "id", id,
                        "number", number,
                        "kind", warning.kind(),
                        "key", warning.sourceKey(),
                        "title", warning.title(),
                        "message", warning.message()));
    }

    private long number(String sql) {
        return ((Number) getEntityManager().createNativeQuery(sql).getSingleResult()).longValue();
    }

    private void execute(String sql, Map<String, Object> params) {
        var statement = getEntityManager().createNativeQuery(sql);
        params.forEach(statement::setParameter);
        statement.executeUpdate();
    }

    private <T> List<T> list(String sql, Map<String, Object> params, Function<Tuple, T> mapping) {
        return rows(sql, params).stream().map(mapping).toList();
    }

    private List<Tuple> rows(String sql, Map<String, Object> params) {
        var query = getEntityManager().createNativeQuery(sql, Tuple.class);
        params.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
