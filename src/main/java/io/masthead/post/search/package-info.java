/**
 * What lists of posts can be asked for, and the conditions and orders of the query that follow. Not
 * here: running it, which the repository of posts does, and single posts.
 */
package io.masthead.post.search;
