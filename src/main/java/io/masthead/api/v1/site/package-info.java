/**
 * Resources of the whole site: settings, the audit trail, imports and personal data.
 */
package io.masthead.api.v1.site;
