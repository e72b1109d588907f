package io.masthead.user.social;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class UserIdentityRepository implements PanacheRepository<UserIdentity> {

    Optional<UserIdentity> findByKey(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2", issuer, subject).singleResultOptional();
    }

    /** Earliest first. */
    List<UserIdentity> of(long userId, int limit) {
        return find("userId = ?1 order by id", userId).range(0, limit - 1).list();
    }

    /** False if another user has it; waits for another node that is adding it. */
    boolean insert(long userId, ExternalIdentity identity, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into user_identity (id, user_id, provider, issuer, subject,"
                                + " account_name, created_at)"
                                + " values (nextval('user_identity_id_seq'), :user,"
                                + " :provider, :issuer, :subject, :account, :now)"
                                + " on conflict do nothing")
                        .setParameter("user", userId)
                        .setParameter("provider", identity.provider())
                        .setParameter("issuer", identity.issuer())
                        .setParameter("subject", identity.subject())
                        .setParameter("account", identity.accountName())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
