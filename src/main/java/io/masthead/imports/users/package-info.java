/**
 * Imports the users of a WordPress site, whose passwords no export contains: the format of the file, and its
 * import as a whole. Accounts themselves are in {@code user}.
 */
package io.masthead.imports.users;
