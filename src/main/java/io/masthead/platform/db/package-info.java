/**
 * What lets one artifact run on H2 and on PostgreSQL: driver, dialect, migration folders, JSON.
 *
 * <p>Here: everything that depends on which of the two databases the URL names, and the check of
 * the database before the start. Not here: entities, queries and business rules.
 */
package io.masthead.platform.db;
