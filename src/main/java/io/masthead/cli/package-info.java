/**
 * The command line: the main class, its commands, and the checks before the server starts.
 *
 * <p>Here: what is said to a person at a terminal. Not here: anything the API does as well; a
 * command calls the same services.
 */
package io.masthead.cli;
