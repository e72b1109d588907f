package io.masthead.media;

import io.masthead.kernel.Paging;

/** A list of media as somebody wants it. */
public record MediaQuery(
        MediaCriteria criteria, MediaSort sort, boolean descending, Paging paging) {}
