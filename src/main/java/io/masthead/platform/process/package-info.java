/**
 * When the process must end: it has run out of memory, or its database is gone for good. Here: the
 * end itself, and the watch over memory. Not here: what else is watched, such as the database.
 */
package io.masthead.platform.process;
