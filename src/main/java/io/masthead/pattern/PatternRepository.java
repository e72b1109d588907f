package io.masthead.pattern;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.PageQuery;
import io.masthead.platform.db.RowLocks;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.platform.job.RowUpgrade;
import io.masthead.text.content.ContentRenderer;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;

/** Patterns; renders those again that an earlier renderer version made. */
@ApplicationScoped
class PatternRepository implements PanacheRepository<Pattern>, RowUpgrade {

    private final StatelessSession stateless;

    PatternRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<Pattern> search(PatternQuery query) {
        var paginator = new Paginator<>(query.sort(), query.descending(), "p.id", query.page(), query.sort());
        return new PageQuery<>("p", "Pattern p", "", new Filter(), paginator)
                .read(stateless, Pattern.class, Pattern::id);
    }

    List<Pattern> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    Optional<Pattern> lock(long id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public String noun() {
        return "patterns";
    }

    @Override
    public Subject subject() {
        return Subject.PATTERN;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Tags.PATTERNS);
    }

    @Override
    public List<Long> outdated(long after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select p.id from Pattern p where p.renderer < :version and p.id > :after order by p.id",
                        Long.class)
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    // By a bulk statement: the version of the record, which clients know, must not change.
    @Override
    public void upgrade(List<Long> ids) {
        var locked = RowLocks.lock(getEntityManager(), "pattern", ids);
        all(locked)
                .forEach(pattern -> update(
                        "html = ?1, renderer = ?2 where id = ?3",
                        pattern.html(),
                        ContentRenderer.VERSION,
                        pattern.id()));
        getEntityManager().clear();
    }
}
