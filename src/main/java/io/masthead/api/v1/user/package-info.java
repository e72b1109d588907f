/**
 * Users as administrators see and change them, and the reference by which others show an author.
 * Not here: what everybody does with the own account, which is {@code me}'s.
 */
package io.masthead.api.v1.user;
