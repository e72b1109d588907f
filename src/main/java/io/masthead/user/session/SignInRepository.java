package io.masthead.user.session;

import io.masthead.platform.db.RowLocks;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
class SignInRepository {

    private final EntityManager entities;

    SignInRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A user as a sign-in needs it.
     *
     * @param passwordChangedAt when the password was set
     * @param needsSecondFactor whether sign-ins of the user take two steps
     */
    record Candidate(User user, Instant passwordChangedAt, boolean needsSecondFactor) {}

    /**
     * Reads a user who has a password, and locks the password, so that it cannot change before the transaction
     * ends. One statement.
     */
    Optional<Candidate> lock(long userId) {
        List<?> found = entities.createNativeQuery("select {u.*}, p.changed_at, f.confirmed_at from user_password p"
                        + " left join users u on u.id = p.user_id"
                        + " left join second_factor f on f.user_id = u.id"
                        + " where p.user_id = :user"
                        + RowLocks.forUpdate("p"))
                .unwrap(NativeQuery.class)
                .addEntity("u", User.class)
                .addScalar("changed_at", StandardBasicTypes.INSTANT)
                .addScalar("confirmed_at", StandardBasicTypes.INSTANT)
                .setParameter("user", userId)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Candidate((User) row[0], (Instant) row[1], row[2] != null))
                .findFirst();
    }
}
