package io.masthead.user.session;

import io.masthead.user.credential.Device;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SessionRepository implements PanacheRepository<Session> {

    /**
     * Replaces this secret by a new one if it is the current one: of concurrent calls the database lets one
     * succeed.
     *
     * @param salt kept, so that the successor can be derived again
     * @param idleSince a session that was last refreshed before this has ended
     */
    boolean rotate(
            String familyHash,
            String secretHash,
            String next,
            String salt,
            Device device,
            Instant now,
            Instant idleSince) {
        return getEntityManager()
                        .createQuery("update Session set secretHash = :next, previousHash = :secret,"
                                + " successorSalt = :salt, refreshedAt = :now,"
                                + " address = :address, userAgent = :userAgent"
                                + " where familyHash = :family and secretHash = :secret"
                                + " and expiresAt > :now and refreshedAt > :idleSince")
                        .setParameter("next", next)
                        .setParameter("salt", salt)
                        .setParameter("now", now)
                        .setParameter("address", device.address())
                        .setParameter("userAgent", device.userAgent())
                        .setParameter("family", familyHash)
                        .setParameter("secret", secretHash)
                        .setParameter("idleSince", idleSince)
                        .executeUpdate()
                == 1;
    }

    Optional<Session> findByFamily(String familyHash) {
        return find("select s from Session s join fetch s.user where s.familyHash = ?1", familyHash)
                .singleResultOptional();
    }

    /** Reads the user too, in one statement. */
    Optional<Session> read(long id) {
        return find("select s from Session s join fetch s.user where s.id = ?1", id)
                .singleResultOptional();
    }

    /** Latest first, without those that have expired. */
    List<Session> active(long userId, Instant now, Instant idleSince, int limit) {
        return find("user.id = ?1 and expiresAt > ?2 and refreshedAt > ?3 order by id desc", userId, now, idleSince)
                .range(0, limit - 1)
                .list();
    }
}
