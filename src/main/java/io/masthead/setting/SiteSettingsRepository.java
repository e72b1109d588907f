package io.masthead.setting;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
class SiteSettingsRepository implements PanacheRepository<SiteSettings> {

    /** A copy that belongs to no session, since it is shared by all requests. */
    SiteSettings read() {
        return find("id", SiteSettings.ID).singleResult().copy();
    }

    SiteSettings lock() {
        return findById(SiteSettings.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}
