package io.masthead.comment;

import io.masthead.post.Post;

/** A comment and what it is on. */
public record CommentOnPost(CommentView comment, Post post) {}
