/**
 * New passwords for who has lost the old one, by mail. How mail is sent stands outside the core, in
 * {@code mail}.
 */
package io.masthead.user.reset;
