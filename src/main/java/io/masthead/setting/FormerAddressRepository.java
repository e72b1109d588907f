package io.masthead.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** The settings for addresses that the site had before. */
@ApplicationScoped
class FormerAddressRepository {

    private final EntityManager entities;

    FormerAddressRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that were replaced last come first. */
    List<FormerAddresses> latest(int limit) {
        List<?> rows = entities.createNativeQuery(
                        "select permalink_structure, category_base, tag_base, replaced_at from former_address_settings"
                                + " order by replaced_at desc",
                        Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("permalink_structure", String.class)
                .addScalar("category_base", String.class)
                .addScalar("tag_base", String.class)
                .addScalar("replaced_at", Instant.class)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new FormerAddresses(
                        new AddressSettings(
                                row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)),
                        row.get(3, Instant.class)))
                .toList();
    }

    /** The caller holds the settings, so that nobody else inserts meanwhile. */
    void add(AddressSettings replaced, Instant at) {
        remove(replaced);
        entities.createNativeQuery("insert into former_address_settings"
                        + " (permalink_structure, category_base, tag_base, replaced_at)"
                        + " values (:structure, :category, :tag, :at)")
                .setParameter("structure", replaced.permalinkStructure())
                .setParameter("category", replaced.categoryBase())
                .setParameter("tag", replaced.tagBase())
                .setParameter("at", at)
                .executeUpdate();
    }

    void remove(AddressSettings current) {
        entities.createNativeQuery("delete from former_address_settings where permalink_structure = :structure"
                        + " and category_base = :category and tag_base = :tag")
                .setParameter("structure", current.permalinkStructure())
                .setParameter("category", current.categoryBase())
                .setParameter("tag", current.tagBase())
                .executeUpdate();
    }
}
