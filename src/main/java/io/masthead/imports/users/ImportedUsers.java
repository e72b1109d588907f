package io.masthead.imports.users;

/**
 * What came of a file of users.
 *
 * @param created accounts that were not there
 * @param updated accounts that were there
 * @param passwords accounts that have their old password now; the others had one already
 */
public record ImportedUsers(int created, int updated, int passwords) {}
