package io.masthead.comment.query;

import io.masthead.kernel.Page;
import io.masthead.post.Post;

/** A page of comments on one post or page, with the post, which has to be read to check the rights of the caller. */
public record CommentsOnPost<T>(Post post, Page<T> comments) {}
