/** Signatures that every node of a site can create and verify. Features decide what is signed. */
package io.masthead.platform.signing;
