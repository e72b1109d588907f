package io.masthead.post.archive;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.setting.SettingService;
import io.masthead.setting.TimeZoneChanged;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The number of published posts in each month. The counts are stored, and every write of a post updates them in
 * its transaction, as it does those of terms and authors; months are locked after these.
 */
@ApplicationScoped
public class Archives {

    private static final Logger LOG = Logger.getLogger(Archives.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Before all that a database can store. */
    private static final Instant BEGINNING = Instant.parse("-4000-01-01T00:00:00Z");

    private final MonthRepository repository;
    private final SettingService settings;
    private final ReadTags reads;

    Archives(MonthRepository repository, SettingService settings, ReadTags reads) {
        this.repository = repository;
        this.settings = settings;
        this.reads = reads;
    }

    /** The months with published posts, latest first. */
    @Transactional
    public List<MonthCount> months() {
        reads.add(Tags.ARCHIVES, Tags.POSTS, Tags.SETTINGS); // the time zone says what a month is
        return repository.months();
    }

    /** The number of all published posts; empty before the first count, which a start makes. */
    @Transactional
    public OptionalLong total() {
        return repository.total();
    }

    /**
     * Updates the counts.
     *
     * @param deltas by the date of the posts. Both dates of a published post that is dated anew belong here,
     *     even if they are in one month: they may not be in another time zone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void adjustCounts(Map<Instant, Integer> deltas) {
        var changes = new HashMap<>(deltas);
        changes.values().removeIf(delta -> delta == 0);
        var zone = settings.get().timeZone();
        var unknown = add(byMonth(changes, zone), zone);
        if (unknown.isEmpty()) {
            return;
        }
        // These months have no posts yet, or the time zone of the site has just changed.
        repository.lockZone().ifPresent(counted -> {
            var missing = counted.equals(zone) ? unknown : byMonth(changes, counted);
            missing.keySet().forEach(month -> repository.insert(month, counted));
            add(missing, counted);
        });
    }

    private static NavigableMap<Long, Integer> byMonth(Map<Instant, Integer> deltas, ZoneId zone) {
        var months = new TreeMap<Long, Integer>();
        deltas.forEach((date, delta) -> months.merge(MonthCount.numberOf(date, zone), delta, Integer::sum));
        return months;
    }

    /** Returns those that are not stored in this time zone. */
    private NavigableMap<Long, Integer> add(NavigableMap<Long, Integer> months, ZoneId zone) {
        // One update locks its rows in any order.
        var stored = months.size() > 1 ? Set.copyOf(repository.lock(months.keySet())) : months.keySet();
        var unknown = new TreeMap<>(months);
        months.keySet().stream()
                .filter(stored::contains)
                .collect(Collectors.groupingBy(months::get))
                .forEach((delta, some) -> {
                    if (repository.add(delta, some, zone) > 0) {
                        unknown.keySet().removeAll(some);
                    }
                });
        return unknown;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var counted = Transactions.requiringNew().call(repository::zone);
        if (!counted.equals(Optional.of(settings.get().timeZone()))) {
            Transactions.requiringNew(TIMEOUT).run(() -> recount(settings.lock().timeZone()));
            LOG.info("Counted the published posts of each month.");
        }
    }

    void onChange(@Observes TimeZoneChanged change) {
        recount(change.zone());
    }

    /**
     * Waits for transactions that have changed a count; later ones wait for it. Months are told apart as they
     * are for each write.
     */
    private void recount(ZoneId zone) {
        if (repository.lockZone().equals(Optional.of(zone))) {
            return;
        }
        repository.clear(zone);
        var first = repository.firstFrom(BEGINNING);
        while (first.isPresent()) {
            long month = MonthCount.numberOf(first.get(), zone);
            var bounds = MonthCount.of(month, 0, zone);
            repository.insert(month, zone);
            repository.add(repository.count(first.get(), bounds.until()), List.of(month), zone);
            first = repository.firstFrom(bounds.until());
        }
    }
}
