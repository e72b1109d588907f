/**
 * Encryption at rest, for the few secrets that must be readable again: the key, its storage, and the encryption
 * of columns. The owners of columns declare which ones are encrypted.
 */
package io.masthead.platform.encryption;
