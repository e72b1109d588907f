/**
 * Tells whoever needs to know what was changed, after the commit: an outbox, the order of its
 * events, and their delivery. What is published and what follows from it is decided by the nouns
 * and the consumers.
 */
package io.masthead.platform.event;
