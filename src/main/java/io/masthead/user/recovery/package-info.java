/**
 * New passwords, by mail, for those who have lost theirs. How mail is sent stands outside the core,
 * in {@code adapter.mail}.
 */
package io.masthead.user.recovery;
