/**
 * Encryption at rest, for the few secrets that must be readable again. Here: the key, where it is
 * kept, and how a column is encrypted. Not here: which columns are, which their owners say.
 */
package io.masthead.platform.encryption;
