/**
 * What every noun uses: database, jobs, events, ids, slugs, keys; one package each. Nothing here depends on a
 * noun of the CMS.
 */
package io.masthead.platform;
