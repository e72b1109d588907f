package io.masthead.post.archive;

import io.masthead.setting.TimeZoneChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Keeps the dates that published posts show, and that their URLs contain, when the site gets another time zone. One
 * statement for each change of the clock since the first post.
 */
@ApplicationScoped
class ShownDates {

    private final EntityManager entities;

    ShownDates(EntityManager entities) {
        this.entities = entities;
    }

    void onChange(@Observes TimeZoneChanged change) {
        var first = bound("min");
        var last = bound("max");
        if (first == null) {
            return;
        }
        var rules = change.former().getRules();
        var from = first;
        while (from != null && !from.isAfter(last)) {
            var next = rules.nextTransition(from);
            var until = next == null ? null : next.getInstant();
            keep(from, until, rules.getOffset(from));
            from = until;
        }
    }

    private Instant bound(String function) {
        return entities.createQuery(
                        "select " + function + "(p.publishedAt) from Post p where p.shownDate is null"
                                + " and p.status in (PUBLISHED, PRIVATE, TRASHED)",
                        Instant.class)
                .getSingleResult();
    }

    /** @param until excluded; null for no end */
    private void keep(Instant from, Instant until, ZoneOffset offset) {
        var update = entities.createNativeQuery("update post set shown_date = cast(:base as timestamp(6))"
                        + " + (published_at - cast(:epoch as timestamp(6) with time zone))"
                        + " where shown_date is null and status in ('PUBLISHED', 'PRIVATE', 'TRASHED')"
                        + " and published_at >= :from" + (until == null ? "" : " and published_at < :until"))
                .setParameter("base", LocalDateTime.ofEpochSecond(0, 0, offset))
                .setParameter("epoch", Instant.EPOCH)
                .setParameter("from", from);
        if (until != null) {
            update.setParameter("until", until);
        }
        update.executeUpdate();
    }
}
