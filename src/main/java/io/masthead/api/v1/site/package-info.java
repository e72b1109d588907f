/**
 * What concerns the whole site: settings, the audit trail, imports, personal data. Not here: what an
 * operator configures.
 */
package io.masthead.api.v1.site;
