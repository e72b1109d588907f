/**
 * Accounts, roles and what roles may do, and the tokens accounts hold. How a request proves whose
 * it is belongs to {@code auth}; who may see a post belongs to {@code post}.
 */
package io.masthead.user;
