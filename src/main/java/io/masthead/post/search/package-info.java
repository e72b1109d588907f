/**
 * What lists of posts can be asked for, and the conditions and orders of the query that follow. Not
 * here: running it, which the repository of posts does.
 */
package io.masthead.post.search;
