package io.masthead.imports.users;

/**
 * The result of importing a file of users.
 *
 * @param created new accounts
 * @param updated existing accounts
 * @param passwords accounts that got their old password; the others already had one
 */
public record ImportedUsers(int created, int updated, int passwords) {}
