/**
 * Taking over the users of a WordPress site, whose passwords no export has: what a file of them may
 * look like, and that all of it is taken or nothing. What an account is, is {@code user}'s.
 */
package io.masthead.imports.users;
