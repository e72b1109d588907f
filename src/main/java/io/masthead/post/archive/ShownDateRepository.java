package io.masthead.post.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The dates of posts that are or were published and show the date in the time zone of the site. */
@ApplicationScoped
class ShownDateRepository {

    /** The first and the last date of publication. */
    record Period(Instant first, Instant last) {}

    private static final String FOLLOWING = " shown_date is null and status in ('PUBLISHED', 'PRIVATE', 'TRASHED')";

    private final EntityManager entities;

    ShownDateRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty if there are no such posts. */
    Optional<Period> period() {
        var row = entities.createQuery(
                        "select min(p.publishedAt), max(p.publishedAt) from Post p"
                                + " where p.shownDate is null and p.status in (PUBLISHED, PRIVATE, TRASHED)",
                        Object[].class)
                .getSingleResult();
        return row[0] == null ? Optional.empty() : Optional.of(new Period((Instant) row[0], (Instant) row[1]));
    }

    /**
     * Stores the date that posts of a period show.
     *
     * @param until excluded; null for no end
     * @param offset the offset of the time zone in this period
     */
    void keep(Instant from, Instant until, ZoneOffset offset) {
        // Interval arithmetic, since PostgreSQL and H2 convert time zones differently.
        var update = entities.createNativeQuery("update post set shown_date = cast(:base as timestamp(6))"
                        + " + (published_at - cast(:epoch as timestamp(6) with time zone)) where" + FOLLOWING
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
