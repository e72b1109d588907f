/**
 * What every noun uses: the database, jobs, events, numbers, slugs, keys. Each has a room below this
 * one. Not here: anything that knows a noun of the CMS.
 */
package io.masthead.platform;
