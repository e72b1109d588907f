/**
 * Comments, threads, moderation and comment forms on the wire. Not here: what is told of somebody's
 * comments for privacy, which is {@code site}'s.
 */
package io.masthead.api.v1.comment;
