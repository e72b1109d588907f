package io.masthead.user.session;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SecondFactorRepository implements PanacheRepository<SecondFactor> {

    /** False if the code of this step, or of a later one, has been used. */
    boolean spendStep(long userId, long step) {
        return update("lastStep = ?1 where userId = ?2 and lastStep < ?1", step, userId) == 1;
    }

    /** False if there is no such unused code. */
    boolean spendRecoveryCode(long userId, String hash) {
        return getEntityManager()
                        .createNativeQuery("delete from recovery_code where hash = :hash and user_id = :user")
                        .setParameter("hash", hash)
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    void replaceRecoveryCodes(long userId, List<String> hashes) {
        removeRecoveryCodes(userId);
        for (var hash : hashes) {
            getEntityManager()
                    .createNativeQuery("insert into recovery_code (hash, user_id) values (:hash, :user)")
                    .setParameter("hash", hash)
                    .setParameter("user", userId)
                    .executeUpdate();
        }
    }

    void removeRecoveryCodes(long userId) {
        getEntityManager()
                .createNativeQuery("delete from recovery_code where user_id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    int recoveryCodesLeft(long userId) {
        var count = (Number) getEntityManager()
                .createNativeQuery("select count(*) from recovery_code where user_id = :user", Long.class)
                .setParameter("user", userId)
                .getSingleResult();
        return count.intValue();
    }
}
