/**
 * Lets one artifact run on H2 and PostgreSQL: driver, dialect, migration folders and JSON, everything else that
 * depends on the database in the URL, and the check of the database before the start. Entities, queries and
 * business rules are elsewhere.
 */
package io.masthead.platform.db;
