/**
 * Operations over several nouns: deleting a user, exporting and erasing data tied to an address, and retention.
 * Each noun's services change its own data.
 */
package io.masthead.privacy;
