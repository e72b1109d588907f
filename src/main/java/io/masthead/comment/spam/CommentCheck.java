package io.masthead.comment.spam;

import io.masthead.comment.CommentStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What spam detection services are asked about one comment, and their answer. */
@Entity
@Table(name = "comment_check")
public class CommentCheck {

    @Id
    @Column(name = "comment_id")
    private Long commentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "cleared_status")
    private CommentStatus clearedStatus;

    @Convert(converter = SubmittedComment.AsJson.class)
    private SubmittedComment submitted;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private CheckResult.Kind answer;

    protected CommentCheck() {} // for Hibernate

    CommentCheck(ExaminedComment comment, CommentStatus clearedStatus) {
        this.commentId = comment.id();
        ask(comment, clearedStatus);
    }

    /** The comment as it was submitted, without later changes. */
    public SubmittedComment submitted() {
        return submitted;
    }

    ExaminedComment examined() {
        return submitted.examined(commentId);
    }

    /** The status from the local rules, which it gets if the check passes. */
    CommentStatus clearedStatus() {
        return clearedStatus;
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Starts a check, for the first time or again. */
    final void ask(ExaminedComment comment, CommentStatus cleared) {
        this.submitted = SubmittedComment.of(comment);
        this.clearedStatus = cleared;
        this.attempts = 0;
        this.answer = null;
    }

    void answered(CheckResult.Kind kind) {
        this.answer = kind;
        this.attempts = 0;
    }

    /** The number of failed attempts, including this one. */
    int failedOnceMore() {
        return ++attempts;
    }
}
