package io.masthead.comment.spam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubmittedCommentTest {

    @Test
    void texts_that_an_older_version_did_not_store_are_empty() {
        var stored = new SubmittedComment.AsJson().convertToEntityAttribute("""
                {"postId": 1, "postUpdatedAt": "2026-01-01T00:00:00Z", "authorName": "Ada", "links": 0,
                 "knownAuthor": false, "formAge": "NOT_ASKED", "createdAt": "2026-01-01T00:00:00Z"}
                """);

        assertThat(stored)
                .extracting(
                        SubmittedComment::permalink,
                        SubmittedComment::authorEmail,
                        SubmittedComment::authorUrl,
                        SubmittedComment::userRole,
                        SubmittedComment::address,
                        SubmittedComment::userAgent,
                        SubmittedComment::referrer,
                        SubmittedComment::source,
                        SubmittedComment::trap,
                        SubmittedComment::recheckReason)
                .containsOnly("");
        assertThat(stored.authorName()).isEqualTo("Ada");
    }
}
