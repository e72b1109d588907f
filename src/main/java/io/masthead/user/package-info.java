/**
 * Accounts, roles and what roles may do. What an account gets in by is in the packages below this
 * one, and so is who may change accounts. How a request proves whose it is belongs to {@code auth};
 * who may see a post belongs to {@code post}.
 */
package io.masthead.user;
