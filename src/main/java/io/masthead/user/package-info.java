/**
 * Accounts, roles and their capabilities. Credentials and who may change accounts are in the packages below
 * this one. How a request is authenticated belongs to {@code auth}; who may see a post belongs to {@code post}.
 */
package io.masthead.user;
