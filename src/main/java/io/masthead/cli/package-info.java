/**
 * The command line: the main class, its commands, and the checks before the server starts.
 *
 * <p>Commands call the same services as the API; only the terminal output is here.
 */
package io.masthead.cli;
