/**
 * What users prove with who they are: passwords, API tokens, application passwords, and secrets that
 * serve once. How they are hashed, kept and compared is here. Not here: what a right one opens, which
 * {@code user.session} and the ways in decide, and how a request carries one, which is {@code auth}'s.
 */
package io.masthead.user.credential;
