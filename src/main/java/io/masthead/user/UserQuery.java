package io.masthead.user;

import io.masthead.kernel.Paging;

/** A list of users as somebody wants it. */
public record UserQuery(UserCriteria criteria, UserSort sort, boolean descending, Paging paging) {}
