/**
 * Reading comments: what can be asked for, how it is found, and the forms that lists take. Not here:
 * who may see a comment, which {@code CommentPolicy} decides, and changes of any kind.
 */
package io.masthead.comment.query;
