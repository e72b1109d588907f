/**
 * How Masthead asks other servers. Here: the one client, and the bounds on what it takes from them.
 * Not here: whom it asks and what for, which each remote service's own package knows.
 */
package io.masthead.platform.outbound;
