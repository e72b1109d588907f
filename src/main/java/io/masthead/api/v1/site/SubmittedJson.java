package io.masthead.api.v1.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.comment.spam.SubmittedComment;

/** The data of a comment that was sent to spam detection services. */
record SubmittedJson(
        long postId,
        String permalink,
        String postUpdatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long parentId,
        String authorName,
        String authorEmail,
        String authorUrl,
        String userRole,
        String address,
        String userAgent,
        String referrer,
        String source,
        int links,
        boolean knownAuthor,
        String trap,
        String formAge,
        String createdAt,
        String recheckReason) {

    static SubmittedJson of(SubmittedComment comment) {
        return new SubmittedJson(
                comment.postId(),
                comment.permalink(),
                comment.postUpdatedAt().toString(),
                comment.parentId(),
                comment.authorName(),
                comment.authorEmail(),
                comment.authorUrl(),
                comment.userRole(),
                comment.address(),
                comment.userAgent(),
                comment.referrer(),
                comment.source(),
                comment.links(),
                comment.knownAuthor(),
                comment.trap(),
                comment.formAge().name(),
                comment.createdAt().toString(),
                comment.recheckReason());
    }
}
