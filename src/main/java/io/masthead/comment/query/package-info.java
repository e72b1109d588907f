/**
 * Reading comments: filters, queries and the results of lists. {@code CommentPolicy} decides who may see a
 * comment; changes are made outside this package.
 */
package io.masthead.comment.query;
