/**
 * Posts that a reader of one post may want to read next. {@code post} decides whose they are; neighbours in time are
 * read there.
 */
package io.masthead.post.related;
