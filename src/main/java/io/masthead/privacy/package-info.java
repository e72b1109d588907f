/**
 * Deleting a user, telling and forgetting what is tied to an address, and what is kept for how long:
 * operations over several nouns, by their services. Not here: how each noun keeps or forgets its own.
 */
package io.masthead.privacy;
