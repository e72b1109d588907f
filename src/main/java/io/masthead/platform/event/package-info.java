/**
 * Delivers changes after the commit: an outbox, the order of its events, and their delivery. Nouns decide what
 * is published, consumers what follows from it.
 */
package io.masthead.platform.event;
