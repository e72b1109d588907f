package io.masthead.setting;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
class SiteSettingsRepository implements PanacheRepository<SiteSettings> {

    private final DefaultSiteUrl defaultUrl;

    SiteSettingsRepository(DefaultSiteUrl defaultUrl) {
        this.defaultUrl = defaultUrl;
    }

    /** A detached copy, since all requests share it. */
    SiteSettings read() {
        return find("id", SiteSettings.ID).singleResult().copy(defaultUrl.url());
    }

    SiteSettings lock() {
        return findById(SiteSettings.ID, LockModeType.PESSIMISTIC_WRITE);
    }
}
