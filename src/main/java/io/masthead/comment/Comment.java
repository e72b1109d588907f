package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.kernel.WordSearch;
import io.masthead.text.ContentFormat;
import io.masthead.text.SourceFilter;
import io.masthead.text.content.ContentRenderer;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A comment on a post by a user, a guest or another site. */
@Entity
public class Comment extends CommentColumns {

    protected Comment() {} // for Hibernate

    Comment(ImportedComment imported, ThreadPlace place, String html) {
        this.id = imported.id();
        this.postId = imported.postId();
        this.parentId = imported.parentId();
        this.userId = imported.userId();
        setAuthor(new CommentAuthor(imported.authorName(), imported.authorEmail(), imported.authorUrl()));
        this.type = imported.type();
        this.status = imported.status();
        this.verdict = Cause.IMPORT;
        this.verdictReason = "";
        this.imported = true;
        write(imported.source(), ContentFormat.WORDPRESS, html);
        this.address = imported.address();
        this.userAgent = "";
        this.createdAt = imported.createdAt();
        this.shownDate = imported.shownDate();
        this.updatedAt = imported.createdAt();
        this.aboveId = place.aboveId();
        this.depth = place.depth();
        this.path = place.path();
    }

    /** @param userId null for a guest */
    Comment(
            long id,
            long postId,
            Long parentId,
            ThreadPlace place,
            Long userId,
            CommentAuthor author,
            Origin origin,
            Instant now) {
        this.id = id;
        this.postId = postId;
        this.parentId = parentId;
        this.aboveId = place.aboveId();
        this.depth = place.depth();
        this.path = place.path();
        this.userId = userId;
        setAuthor(author);
        this.type = CommentType.COMMENT;
        this.address = origin.address();
        this.userAgent = origin.userAgent();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(String newSource, ContentFormat newFormat, String newHtml) {
        this.source = SourceFilter.filter(newSource, newFormat);
        this.format = newFormat;
        this.html = newHtml;
        this.renderer = ContentRenderer.VERSION;
        this.searchText = CommentText.searchText(source, newHtml);
    }

    void setAuthor(CommentAuthor author) {
        this.authorName = author.name();
        this.authorEmail = author.email();
        this.emailKey = author.emailKey();
        this.authorUrl = author.url();
        this.searchName = WordSearch.folded(author.name());
    }

    /** @param user null for a guest */
    void setUserId(Long user) {
        this.userId = user;
    }

    void setOrigin(String newAddress, String newUserAgent) {
        this.address = newAddress;
        this.userAgent = newUserAgent;
    }

    void setCreatedAt(Instant time) {
        if (!time.equals(createdAt)) {
            this.shownDate = null;
        }
        this.createdAt = time;
    }

    /** Sets the post and the parent; the caller updates the position in the thread. */
    void moveTo(long newPostId, Long newParentId) {
        this.postId = newPostId;
        this.parentId = newParentId;
    }

    /** Keeps the text and clears the author, the network address and the user agent. */
    void anonymise() {
        setAuthor(CommentAuthor.UNKNOWN);
        this.userId = null;
        this.address = "";
        this.userAgent = "";
        this.fingerprint = null;
    }

    /** Sets the first status. */
    void setFirstStatus(CommentStatus first, Cause cause, String reason) {
        this.status = first;
        this.statusBefore =
                first == CommentStatus.SPAM || first == CommentStatus.TRASHED ? CommentStatus.PENDING : null;
        this.verdict = cause;
        this.verdictReason = reason;
    }

    /**
     * Changes the status and remembers the current one if it can be restored. Spam that was moved to the trash
     * and restored is spam again, with pending as its former status, since the earlier one is lost; WordPress
     * keeps no more either.
     */
    void changeStatus(CommentStatus newStatus, Cause cause, String reason) {
        boolean wasInSight = status == CommentStatus.APPROVED || status == CommentStatus.PENDING;
        if (newStatus == CommentStatus.TRASHED || (newStatus == CommentStatus.SPAM && wasInSight)) {
            this.statusBefore = status;
        } else if (newStatus != CommentStatus.SPAM) {
            this.statusBefore = null;
        } else if (statusBefore == CommentStatus.SPAM) {
            this.statusBefore = CommentStatus.PENDING;
        }
        this.status = newStatus;
        this.verdict = cause;
        this.verdictReason = reason;
    }

    /** Null if duplicates of it are allowed. */
    void setFingerprint(String newFingerprint) {
        this.fingerprint = newFingerprint;
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }
}
