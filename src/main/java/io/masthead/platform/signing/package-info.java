/**
 * Signatures that every node of a site can make and check. Here: the keys and how they are made.
 * Not here: what is signed, which each feature knows.
 */
package io.masthead.platform.signing;
