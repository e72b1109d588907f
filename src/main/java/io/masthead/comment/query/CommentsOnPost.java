package io.masthead.comment.query;

import io.masthead.kernel.Page;
import io.masthead.post.Post;

/** A page of comments on one post or page, which was read to find out whether the caller may see them. */
public record CommentsOnPost<T>(Post post, Page<T> comments) {}
