package io.masthead.setting;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
class SiteSettingsRepository implements PanacheRepository<SiteSettings> {

    private final OwnAddress ownAddress;

    SiteSettingsRepository(OwnAddress ownAddress) {
        this.ownAddress = ownAddress;
    }

    /** A detached copy, since all requests share it. */
    SiteSettings read() {
        return find("id", SiteSettings.ID).singleResult().copy(ownAddress.url());
    }

    SiteSettings lock() {
        return findById(SiteSettings.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}
