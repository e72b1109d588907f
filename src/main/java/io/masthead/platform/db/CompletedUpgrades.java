package io.masthead.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Upgrades that derive something from all rows of a table, and have done so. Later rows have it from the start, and
 * looking for those without it would take a start seconds for each million of rows.
 */
@ApplicationScoped
public class CompletedUpgrades {

    private final EntityManager entities;

    CompletedUpgrades(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Runs an upgrade unless it has been completed before.
     *
     * @param name names the upgrade, at most 100 characters
     */
    public void runOnce(String name, Runnable upgrade) {
        if (!isComplete(name)) {
            upgrade.run();
            complete(name);
        }
    }

    private boolean isComplete(String name) {
        return Transactions.requiringNew()
                .call(() -> !entities.createNativeQuery(
                                "select name from completed_upgrade where name = :name", String.class)
                        .setParameter("name", name)
                        .getResultList()
                        .isEmpty());
    }

    private void complete(String name) {
        Transactions.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into completed_upgrade (name) values (:name) on conflict do nothing")
                        .setParameter("name", name)
                        .executeUpdate());
    }
}
